package org.dramatis.store.data;

import java.util.List;
import org.dramatis.core.cast.Turn;

/** Text that UTF-8 can hold. An escape of JSON may be half of a character, which tokenizers would replace by another. */
final class WholeText {
    private WholeText() {}

    static void require(List<Turn> turns) {
        for (int i = 0; i < turns.size(); i++) {
            if (half(turns.get(i).text()) >= 0) {
                require("turn " + (i + 1) + " of the conversation", turns.get(i).text());
            }
        }
    }

    /** {@code name} is what errors call it. */
    static void require(String name, String text) {
        int at = half(text);
        if (at >= 0) {
            throw new IllegalArgumentException(String.format(
                    "%s has half a character, \\u%04X, at place %d: write the whole one, or none",
                    name, (int) text.charAt(at), at + 1));
        }
    }

    /** Where a surrogate stands without the other, or -1. */
    private static int half(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (i + 1 == text.length() || !Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
                    return i;
                }
                i++;
            }
        }
        return -1;
    }
}
