package org.dramatis.model.text;

/**
 * The text that each next token adds, for showing a reply as it grows or token by token. The pieces put together are what
 * {@link Tokenizer#decode} makes of all tokens. A token that ends within a character adds nothing: the one that completes the
 * character adds it.
 */
public final class TextStream {
    /** A character of UTF-8 has so many bytes at most, and a token at least one: after more, no character will come. */
    private static final int MOST_OPEN = 4;

    private final Tokenizer tokenizer;
    private Tokens before = Tokens.NONE;
    private Tokens open = Tokens.NONE;

    public TextStream(Tokenizer tokenizer) {
        this.tokenizer = tokenizer;
    }

    /** What this token adds. */
    public String next(int token) {
        open = open.followedBy(Tokens.of(token));
        String text = added();
        return text.endsWith("\ufffd") && open.length() < MOST_OPEN ? "" : settle(text);
    }

    /** What is left at the end: bytes that are no whole character, as U+FFFD. */
    public String end() {
        return open.isEmpty() ? "" : settle(added());
    }

    /** Some tokenizers drop a space at the beginning of a text: so the last piece is decoded along, and taken off again. */
    private String added() {
        return tokenizer
                .decode(before.followedBy(open))
                .substring(tokenizer.decode(before).length());
    }

    private String settle(String text) {
        before = open;
        open = Tokens.NONE;
        return text;
    }
}
