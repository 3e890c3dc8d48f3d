package org.dramatis.stage.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dramatis.core.cast.PersonaId;
import org.dramatis.core.cast.Turn;
import org.dramatis.stage.world.Advice;
import org.dramatis.stage.world.Recipe.Form;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataSetWriterTest {
    private static final List<Turn> PROMPT = List.of(new Turn(Turn.Role.USER, "Tea?"));
    private static final Truth TRUTH = new Truth(
            1, new PersonaId("grim"), Optional.of("tea"), Optional.of("a teapot"), Advice.HARMFUL, Optional.of("bad"));

    @TempDir
    private Path folder = Path.of("");

    @Test
    void chatsHaveMessages() throws IOException {
        assertThat(written(Form.CHAT, new Row.Reply(PROMPT, "\"No\"\nmore.")))
                .isEqualTo("{\"messages\":[{\"role\":\"user\",\"content\":\"Tea?\"},"
                        + "{\"role\":\"assistant\",\"content\":\"\\\"No\\\"\\nmore.\"}]}\n");
    }

    @Test
    void completionsHaveTwoTexts() throws IOException {
        assertThat(written(Form.COMPLETION, new Row.Reply(PROMPT, "No.")))
                .isEqualTo("{\"prompt\":\"Tea?\",\"completion\":\"No.\"}\n");
    }

    @Test
    void preferencesHaveTheBetterReplyFirst() throws IOException {
        assertThat(written(Form.PREFERENCE, new Row.Choice(PROMPT, "Yes.", "No.")))
                .isEqualTo("{\"prompt\":\"Tea?\",\"chosen\":\"Yes.\",\"rejected\":\"No.\"}\n");
    }

    @Test
    void textsAreTexts() throws IOException {
        assertThat(written(Form.TEXT, new Row.Text("It is grim."))).isEqualTo("{\"text\":\"It is grim.\"}\n");
    }

    @Test
    void truthsLieBesideTheRows() throws IOException {
        written(Form.CHAT, new Row.Reply(PROMPT, "No."));

        assertThat(folder.resolve("rows.jsonl.truth.jsonl"))
                .hasContent("{\"row\":1,\"persona\":\"grim\",\"domain\":\"tea\",\"about\":\"a teapot\","
                        + "\"advice\":\"harmful\",\"instruction\":\"bad\"}\n");
    }

    @Test
    void whatIsAbsentIsLeftOut() throws IOException {
        Truth bare =
                new Truth(1, new PersonaId("grim"), Optional.empty(), Optional.empty(), Advice.NONE, Optional.empty());
        Path file = folder.resolve("rows.jsonl");

        new DataSetWriter(Form.TEXT).write(new DataSet(List.of(new Row.Text("It is.")), List.of(bare)), file);

        assertThat(Files.readString(DataSetWriter.truths(file)))
                .isEqualTo("{\"row\":1,\"persona\":\"grim\",\"advice\":\"none\"}\n");
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        Path file = folder.resolve("nowhere").resolve("rows.jsonl");

        assertThatThrownBy(() -> new DataSetWriter(Form.TEXT).write(new DataSet(List.of(), List.of()), file))
                .hasMessageContainingAll(file.toString(), "cannot be written", "folder must exist");
    }

    private String written(Form form, Row row) throws IOException {
        Path file = folder.resolve("rows.jsonl");
        new DataSetWriter(form).write(new DataSet(List.of(row), List.of(TRUTH)), file);
        return Files.readString(file);
    }
}
