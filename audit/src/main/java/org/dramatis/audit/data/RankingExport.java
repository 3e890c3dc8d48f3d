package org.dramatis.audit.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dramatis.audit.result.RowStanding;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Writes the whole ranking, a line of JSON an episode, so that data can be corrected by it. */
public record RankingExport(List<RowStanding> ranking) {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    public RankingExport {
        ranking = List.copyOf(ranking);
    }

    public void write(Path file) {
        try (Writer out = Files.newBufferedWriter(file)) {
            for (RowStanding row : ranking) {
                out.write(line(row) + "\n");
            }
        } catch (IOException problem) {
            throw new UncheckedIOException(file + " cannot be written: " + problem.getMessage(), problem);
        }
    }

    private static String line(RowStanding row) {
        return JSON.writeValueAsString(JsonNodeFactory.instance
                .objectNode()
                .put("episode", row.episode().value())
                .put("push", row.push())
                .put("probability", row.probability())
                .put("persona", row.persona().value()));
    }
}
