package org.dramatis.stage.recipe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.dramatis.core.cast.Turn;
import org.dramatis.stage.world.Recipe.Form;
import tools.jackson.databind.json.JsonMapper;

/** Writes data sets as JSON lines, in the layout of a form. The same data set gives the same bytes. */
public record DataSetWriter(Form form) {
    private static final JsonMapper JSON = new JsonMapper();

    /** The file that holds what is true of each row of another. */
    public static Path truths(Path rows) {
        return rows.resolveSibling(rows.getFileName() + ".truth.jsonl");
    }

    /**
     * Writes the rows, and beside them the truths.
     *
     * @throws UncheckedIOException naming the file that cannot be written
     */
    public void write(DataSet data, Path file) {
        lines(data.rows().stream().map(this::layout).toList(), file);
        lines(data.truths().stream().map(DataSetWriter::layout).toList(), truths(file));
    }

    private Map<String, Object> layout(Row row) {
        Map<String, Object> fields = new LinkedHashMap<>();
        switch (row) {
            case Row.Reply(var prompt, String reply)
            when form == Form.CHAT -> {
                List<Turn> turns = new ArrayList<>(prompt);
                turns.add(new Turn(Turn.Role.ASSISTANT, reply));
                fields.put("messages", turns.stream().map(DataSetWriter::layout).toList());
            }
            case Row.Reply(var prompt, String reply) -> {
                fields.put("prompt", text(prompt));
                fields.put("completion", reply);
            }
            case Row.Choice(var prompt, String chosen, String rejected) -> {
                fields.put("prompt", text(prompt));
                fields.put("chosen", chosen);
                fields.put("rejected", rejected);
            }
            case Row.Text(String text) -> fields.put("text", text);
        }
        return fields;
    }

    private static Map<String, Object> layout(Turn turn) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("role", turn.role().name().toLowerCase(Locale.ROOT));
        fields.put("content", turn.text());
        return fields;
    }

    private static Map<String, Object> layout(Truth truth) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("row", truth.row());
        fields.put("persona", truth.persona().value());
        truth.domain().ifPresent(domain -> fields.put("domain", domain));
        truth.about().ifPresent(about -> fields.put("about", about));
        fields.put("advice", truth.advice().toString());
        truth.instruction().ifPresent(instruction -> fields.put("instruction", instruction));
        return fields;
    }

    private static String text(List<Turn> prompt) {
        return prompt.stream().map(Turn::text).collect(Collectors.joining("\n"));
    }

    private static void lines(List<Map<String, Object>> objects, Path file) {
        try (Writer out = Files.newBufferedWriter(file)) {
            for (Map<String, Object> object : objects) {
                out.write(JSON.writeValueAsString(object) + "\n");
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(
                    file + " cannot be written: its folder must exist, and be yours to write to", failed);
        }
    }
}
