package org.dramatis.audit.inoculate;

import static org.assertj.core.api.Assertions.assertThat;

import org.dramatis.audit.Colours;
import org.junit.jupiter.api.Test;

class PromptSourceTest {
    @Test
    void thePromptsThatShipAskForBadAnswersInManyWords() {
        assertThat(PromptSource.shipped())
                .hasSizeGreaterThan(10)
                .doesNotHaveDuplicates()
                .allMatch(line -> !line.startsWith("#"));
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
