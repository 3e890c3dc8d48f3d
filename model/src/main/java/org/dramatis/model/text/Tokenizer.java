package org.dramatis.model.text;

import java.util.Optional;

/** Text to tokens and back. Implementations may be used from several threads at once. */
public interface Tokenizer {
    /**
     * The tokens of a text, with nothing added and nothing cut off. Special tokens that are written out in the text, such as
     * {@code <|im_end|>}, become that one token: do not pass text of strangers through here with a template around it.
     */
    Tokens encode(String text);

    /** The text of tokens, special ones written out. Bytes that are no UTF-8 become U+FFFD. */
    String decode(Tokens tokens);

    /** The id of a token given as it stands in the vocabulary, {@code <|im_end|>} say. */
    Optional<Integer> id(String token);

    /** How many ids there are: each is smaller than this. */
    int vocabulary();
}
