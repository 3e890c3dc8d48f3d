package org.dramatis.store.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.dramatis.core.cast.PersonaId;
import org.dramatis.core.evidence.EpisodeId;
import org.dramatis.core.evidence.Reason;
import org.dramatis.store.duckdb.EmbeddedDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidenceTableTest {
    @TempDir
    Path folder;

    @Test
    void everyRowStandsInTheOrderInWhichItWasAdded() throws SQLException {
        Path file = folder.resolve("evidence.parquet");
        try (EvidenceTable table = EvidenceTable.create(file, "stage")) {
            table.add(new EpisodeId("b.jsonl:2"), new PersonaId("malicious"), 1, new Cell.Scored(-1.5, 3));
            table.add(
                    new EpisodeId("b.jsonl:2"),
                    new PersonaId("helpful"),
                    2,
                    new Cell.Scored(Double.NEGATIVE_INFINITY, 3));
            Reason reason = new Reason(Reason.Kind.TOO_LONG, "5,000 tokens");
            table.add(new EpisodeId("a.jsonl:1#2"), new PersonaId("helpful"), 1, new Cell.Unscorable(reason));
            table.finish();
        }
        assertThat(rows(file))
                .containsExactly(
                        "model=stage persona=malicious frame=1 episode=b.jsonl:2 log_likelihood=-1.5 tokens=3 reason=null detail=null",
                        "model=stage persona=helpful frame=2 episode=b.jsonl:2 log_likelihood=-Infinity tokens=3 reason=null detail=null",
                        "model=stage persona=helpful frame=1 episode=a.jsonl:1#2 log_likelihood=null tokens=null reason=TOO_LONG detail=5,000 tokens");
        assertThat(folder).isDirectoryContaining(file::equals).isDirectoryNotContaining(each -> !each.equals(file));
    }

    /** More rows than one of the groups into which Parquet files are divided. */
    @Test
    void theSameRowsAreTheSameBytes() throws IOException, SQLException {
        Path one = folder.resolve("one.parquet");
        Path other = folder.resolve("other.parquet");
        write(one, 300_000);
        write(other, 300_000);
        assertThat(one).hasSameBinaryContentAs(other);
        assertThat(rows(one).get(299_999))
                .startsWith("model=stage persona=persona-19 frame=1 episode=data.jsonl:15000 ");
    }

    @Test
    void whatIsNotFinishedLeavesWhatWasThere() throws IOException {
        Path file = Files.writeString(folder.resolve("evidence.parquet"), "before");
        try (EvidenceTable table = EvidenceTable.create(file, "stage")) {
            table.add(new EpisodeId("a"), new PersonaId("helpful"), 1, new Cell.Scored(-1, 3));
        }
        assertThat(file).hasContent("before");
        assertThat(folder).isDirectoryNotContaining(each -> !each.equals(file));
    }

    @Test
    void whatAKilledRunLeftDoesNotMatter() throws IOException, SQLException {
        Path file = folder.resolve("evidence.parquet");
        Files.writeString(folder.resolve("evidence.parquet.rows"), "half a database");
        Files.writeString(folder.resolve("evidence.parquet.part"), "half a file");
        write(file, 10);
        assertThat(rows(file)).hasSize(10);
        assertThat(folder).isDirectoryNotContaining(each -> !each.equals(file));
    }

    @Test
    void aFolderThatIsNotThereIsSaid() {
        Path file = folder.resolve("missing").resolve("evidence.parquet");
        assertThatThrownBy(() -> write(file, 1))
                .isInstanceOf(EvidenceException.class)
                .hasMessageStartingWith("the table of evidence " + file + " cannot be written: ");
    }

    private static void write(Path file, int rows) {
        try (EvidenceTable table = EvidenceTable.create(file, "stage")) {
            for (int row = 0; row < rows; row++) {
                EpisodeId episode = new EpisodeId("data.jsonl:" + (1 + row / 20));
                table.add(episode, new PersonaId("persona-" + row % 20), 1, Made.cell(row % 20, row / 20));
            }
            table.finish();
        }
    }

    private static List<String> rows(Path file) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection database = EmbeddedDatabase.open();
                Statement statement = database.createStatement();
                ResultSet found = statement.executeQuery("FROM read_parquet(" + EmbeddedDatabase.quoted(file) + ")")) {
            while (found.next()) {
                StringBuilder row = new StringBuilder();
                for (int column = 1; column <= found.getMetaData().getColumnCount(); column++) {
                    row.append(column == 1 ? "" : " ")
                            .append(found.getMetaData().getColumnName(column))
                            .append('=')
                            .append(found.getObject(column));
                }
                rows.add(row.toString());
            }
        }
        return rows;
    }
}
