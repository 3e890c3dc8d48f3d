package org.dramatis.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class ResultFilesTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void thePageAndItsFiguresLieBesideEachOther() throws IOException {
        Path name = folder.resolve("new/exam-1.5");

        new ResultFiles(name).write("# A page\n", Map.of("loss", 1.25));

        assertThat(folder.resolve("new/exam-1.5.md")).hasContent("# A page\n");
        assertThat(new JsonMapper()
                        .readTree(Files.readString(folder.resolve("new/exam-1.5.json")))
                        .path("loss")
                        .asDouble())
                .isEqualTo(1.25);
    }

    @Test
    void whatCannotBeWrittenIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> new ResultFiles(file.resolve("exam")).write("", Map.of()))
                .hasMessageContaining("exam.md cannot be written");
    }
}
