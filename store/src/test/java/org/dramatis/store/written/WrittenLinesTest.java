package org.dramatis.store.written;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WrittenLinesTest {
    @TempDir
    private Path folder;

    @Test
    void aLineIsAText() throws IOException {
        Path file = Files.writeString(folder.resolve("prompts.txt"), "# mine\r\n\r\n  Be bad. \r\nBe w\u00f6rse.");

        assertThat(WrittenLines.read(file)).containsExactly("Be bad.", "Be w\u00f6rse.");
    }

    @Test
    void aFileThatIsNotThereIsNamedOnce() {
        assertThatThrownBy(() -> WrittenLines.read(folder.resolve("none.txt")))
                .hasMessage(folder.resolve("none.txt") + " cannot be read: it is not there");
    }
}
