package org.dramatis.torch.generate;

import java.util.Arrays;
import org.dramatis.model.text.Tokenizer;
import org.dramatis.model.text.Tokens;

/**
 * The text of tokens that come one by one. Characters may need several tokens: what ends in U+FFFD may be the beginning of one,
 * and waits. Only the last few tokens are decoded again, with some before them, since tokenizers treat a beginning differently.
 */
final class GrowingText {
    private static final char INCOMPLETE = '\uFFFD';

    /** More are cut off the front at the next chance. */
    private static final int MOST = 32;

    private final Tokenizer tokenizer;
    private int[] window = new int[MOST];
    private int size;
    /** So many tokens of the window ended with a whole character when tokens last did. */
    private int whole;

    private String decoded = "";
    private int given;

    GrowingText(Tokenizer tokenizer) {
        this.tokenizer = tokenizer;
    }

    /** The characters that this token completes. */
    String add(int token) {
        if (size == window.length) {
            window = Arrays.copyOf(window, 2 * size);
        }
        window[size++] = token;
        decoded = decode();
        int end = decoded.length();
        while (end > 0 && decoded.charAt(end - 1) == INCOMPLETE) {
            end--;
        }
        String more = end > given ? decoded.substring(given, end) : "";
        given = Math.max(given, end);
        if (end == decoded.length()) {
            atWholeCharacter();
        }
        return more;
    }

    /** Since all is given, what lies before the last token that ended so is no longer needed. */
    private void atWholeCharacter() {
        if (size > MOST && whole > 0) {
            window = Arrays.copyOfRange(window, whole, Math.max(size, whole + MOST));
            size -= whole;
            decoded = decode();
            given = decoded.length();
        }
        whole = size;
    }

    /** What is left when no more tokens come. */
    String rest() {
        return decoded.substring(Math.min(given, decoded.length()));
    }

    private String decode() {
        return tokenizer.decode(Tokens.of(Arrays.copyOf(window, size)));
    }
}
