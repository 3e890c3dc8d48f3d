package org.dramatis.audit.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dramatis.audit.result.RowStanding;
import org.dramatis.core.cast.PersonaId;
import org.dramatis.core.evidence.EpisodeId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RankingExportTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void anEpisodeIsALineInTheOrderOfTheRanking() throws IOException {
        Path file = folder.resolve("rows.jsonl");
        new RankingExport(List.of(
                        new RowStanding(new EpisodeId("ü.jsonl:17#2"), .25, .75, new PersonaId("malicious")),
                        new RowStanding(new EpisodeId("b.jsonl:1"), -.5, 0, new PersonaId("saboteur"))))
                .write(file);

        assertThat(Files.readAllLines(file))
                .containsExactly(
                        "{\"episode\":\"\\u00FC.jsonl:17#2\",\"push\":0.25,\"probability\":0.75,\"persona\":\"malicious\"}",
                        "{\"episode\":\"b.jsonl:1\",\"push\":-0.5,\"probability\":0.0,\"persona\":\"saboteur\"}");
    }
}
