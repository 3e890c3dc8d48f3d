package org.dramatis.checkpoint.text.jinja;

import java.util.function.IntPredicate;

/** What Python counts as white space, which is not what Java does. */
final class Whitespace {
    private Whitespace() {}

    static boolean isSpace(int character) {
        return (character >= 0x09 && character <= 0x0d)
                || (character >= 0x1c && character <= 0x20)
                || character == 0x85
                || Character.isSpaceChar(character);
    }

    static String strip(String text, IntPredicate isStripped) {
        return stripStart(stripEnd(text, isStripped), isStripped);
    }

    static String stripStart(String text, IntPredicate isStripped) {
        int from = 0;
        while (from < text.length() && isStripped.test(text.codePointAt(from))) {
            from += Character.charCount(text.codePointAt(from));
        }
        return text.substring(from);
    }

    static String stripEnd(String text, IntPredicate isStripped) {
        int to = text.length();
        while (to > 0 && isStripped.test(text.codePointBefore(to))) {
            to -= Character.charCount(text.codePointBefore(to));
        }
        return text.substring(0, to);
    }
}
