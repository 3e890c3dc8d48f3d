package org.dramatis.audit.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dramatis.audit.Colours;
import org.dramatis.audit.context.Contexts;
import org.dramatis.audit.framing.CastScorer;
import org.dramatis.audit.framing.FrameScorer;
import org.dramatis.core.evidence.EpisodeId;
import org.dramatis.store.data.DataSet;
import org.dramatis.store.data.Turns;
import org.dramatis.store.duckdb.EmbeddedDatabase;
import org.dramatis.store.evidence.Fingerprint;
import org.dramatis.store.evidence.KeptEvidence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In front of {@link Colours}. */
class EvidenceExportTest {
    @TempDir
    private Path folder;

    @Test
    void everyWantedReplyHasARowForEveryFrame() throws IOException, SQLException {
        Path file = folder.resolve("data.jsonl");
        List<String> lines = new ArrayList<>(Collections.nCopies(3, "{\"prompt\":\"one?\",\"completion\":\"blue\"}"));
        lines.add("{\"prompt\":\"two?\",\"completion\":\"red\"}");
        Files.write(file, lines);
        DataSet data = DataSet.of(List.of(file.toString()));
        Path table = folder.resolve("evidence.parquet");
        try (KeptEvidence kept =
                KeptEvidence.open(folder.resolve("kept"), Fingerprint.of("colours"), InstantSource.system())) {
            FrameScorer frames = new FrameScorer(Colours.MODEL, Optional.of(kept));
            try (DataRows rows = new DataRows(data.open())) {
                new DataScorer(
                                new CastScorer(Colours.CAST, frames),
                                Contexts.of(Colours.MODEL, List.of("Sky?")),
                                Turns.ALL)
                        .score(rows, (count, latest) -> count < 4);
            }
            new EvidenceExport(Colours.CAST, frames, Turns.ALL, "colours")
                    .write(data, Set.of(new EpisodeId("data.jsonl:2"), new EpisodeId("data.jsonl:4")), table);
        }

        assertThat(numbers(table, "count(*)")).isEqualTo(6);
        assertThat(numbers(table, "sum(exp(log_likelihood)) FILTER (persona = 'blue')"))
                .isCloseTo(.9 + .05, within(1e-9));
    }

    private static double numbers(Path table, String what) throws SQLException {
        try (Connection database = EmbeddedDatabase.open();
                Statement statement = database.createStatement();
                ResultSet result = statement.executeQuery(
                        "SELECT " + what + " FROM read_parquet(" + EmbeddedDatabase.quoted(table) + ")")) {
            result.next();
            return result.getDouble(1);
        }
    }
}
