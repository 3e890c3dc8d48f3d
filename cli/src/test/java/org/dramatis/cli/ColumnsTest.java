package org.dramatis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnsTest {
    private static List<String> printed(String text, String label, int indent) {
        StringWriter out = new StringWriter();
        Columns.print(text, label, indent, new PrintWriter(out, true));
        return out.toString().lines().toList();
    }

    @Test
    void aTextIsBrokenBetweenWords() {
        String words = "word ".repeat(30).strip();

        List<String> lines = printed(words, "it", 10);

        assertThat(lines).hasSize(3).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        assertThat(lines.getFirst()).startsWith("it        word");
        assertThat(lines.get(1)).startsWith("          word");
        assertThat(String.join("", lines).replaceAll("it| +", "").length()).isEqualTo(4 * 30);
    }

    @Test
    void itsOwnLinesStayLines() {
        assertThat(printed("a:\n\n    b\tc", "", 2)).containsExactly("  a:", "", "      b c");
    }

    @Test
    void aWordThatNeverFitsIsBroken() {
        assertThat(printed("x".repeat(100), "", 30))
                .containsExactly(" ".repeat(30) + "x".repeat(50), " ".repeat(30) + "x".repeat(50));
        assertThat(printed("\ud83d\ude00".repeat(60), "", 1).getFirst())
                .hasSizeLessThanOrEqualTo(80)
                .endsWith("\ud83d\ude00");
    }
}
