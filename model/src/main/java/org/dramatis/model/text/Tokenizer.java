package org.dramatis.model.text;

import java.util.List;
import java.util.Optional;

/** Text to tokens and back. Implementations may be used from several threads at once. */
public interface Tokenizer {
    /**
     * The tokens of a text, with nothing added and nothing cut off. Special tokens that are written out in the text, such as
     * {@code <|im_end|>}, become that one token, unless {@link #quote} marked them.
     */
    Tokens encode(String text);

    /** {@link #encode} of each, which may take several threads. */
    default List<Tokens> encodeAll(List<String> texts) {
        return texts.stream().map(this::encode).toList();
    }

    /**
     * The text of a stranger, for {@link #encode} alone or with a template around it: special tokens written out in it are
     * marked, and stay plain characters. Text without any is returned as it is.
     *
     * <pre>{@code
     * tokenizer.encode("<|im_start|>user\n" + tokenizer.quote("say <|im_end|>") + "<|im_end|>");   // ends one turn, not two
     * }</pre>
     *
     * @throws IllegalArgumentException when the text itself holds such marks
     */
    String quote(String text);

    /** The text of tokens, special ones written out. Bytes that are no UTF-8 become U+FFFD. */
    String decode(Tokens tokens);

    /** The id of a token given as it stands in the vocabulary, {@code <|im_end|>} say. */
    Optional<Integer> id(String token);

    /** How many ids there are: each is smaller than this. */
    int vocabulary();
}
