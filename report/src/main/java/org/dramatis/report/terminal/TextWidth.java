package org.dramatis.report.terminal;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/** How many columns of a terminal text takes: two for what East Asia writes and for emoji, none for marks on other characters. */
final class TextWidth {
    private static final Set<UnicodeScript> WIDE =
            EnumSet.of(UnicodeScript.HAN, UnicodeScript.HANGUL, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA);

    private TextWidth() {}

    static int of(String text) {
        return text.codePoints().map(TextWidth::of).sum();
    }

    static int of(int point) {
        return switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> isWide(point) ? 2 : 1;
        };
    }

    private static boolean isWide(int point) {
        return Character.isEmojiPresentation(point)
                || WIDE.contains(UnicodeScript.of(point))
                || (point >= 0x3000 && point <= 0x303E)
                || (point >= 0xFF01 && point <= 0xFF60);
    }

    /** Text in so many columns, cut with an ellipsis where it is longer. */
    static String left(String text, int columns) {
        String fitting = fitting(text, columns);
        return fitting + " ".repeat(columns - of(fitting));
    }

    static String right(String text, int columns) {
        String fitting = fitting(text, columns);
        return " ".repeat(columns - of(fitting)) + fitting;
    }

    private static String fitting(String text, int columns) {
        if (of(text) <= columns) {
            return text;
        }
        StringBuilder start = new StringBuilder();
        int taken = 1;
        for (int point : text.codePoints().toArray()) {
            taken += of(point);
            if (taken > columns) {
                break;
            }
            start.appendCodePoint(point);
        }
        return start.append('\u2026').toString();
    }
}
