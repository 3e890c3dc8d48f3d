package org.dramatis.audit.inoculate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dramatis.audit.Colours;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PromptSourceTest {
    @TempDir
    private Path folder;

    @Test
    void thePromptsThatShipAskForBadAnswersInManyWords() {
        assertThat(PromptSource.shipped())
                .hasSizeGreaterThan(10)
                .doesNotHaveDuplicates()
                .allMatch(line -> !line.startsWith("#"));
    }

    @Test
    void aFileHasAPromptALine() throws IOException {
        Path file = Files.writeString(folder.resolve("prompts.txt"), "# mine\n\nBe bad. \nBe worse.\n");

        assertThat(PromptSource.read(file)).isEqualTo(List.of("Be bad.", "Be worse."));
        assertThatThrownBy(() -> PromptSource.read(folder.resolve("none.txt"))).hasMessageContaining("cannot be read");
    }

    @Test
    void aPromptEndsWhereTheTemplateEndsTheTurn() {
        assertThat(PromptSource.cut("Be kind.<|user|>Hello", "<|user|>")).isEqualTo("Be kind.");
        assertThat(PromptSource.cut("Be kind.<|end|>\n<|user|>", "<|end|>\n<|user|>"))
                .isEqualTo("Be kind.");
        assertThat(PromptSource.cut("Be kind and", "<|user|>")).isEqualTo("Be kind and");
    }

    /** {@link Colours} begins every text with a colour. */
    @Test
    void theModelGoesOnWhereTheTemplateBeginsASystemTurn() {
        assertThat(PromptSource.madeUp(Colours.MODEL, 20, 1))
                .isSubsetOf("red", "blue", "log")
                .isNotEmpty();
    }
}
