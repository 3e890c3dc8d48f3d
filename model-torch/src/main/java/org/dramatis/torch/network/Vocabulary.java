package org.dramatis.torch.network;

import org.dramatis.checkpoint.architecture.Architecture;
import org.dramatis.model.text.Tokens;

/** What a network does not check by itself: an id beyond the embedding would read foreign memory. */
public final class Vocabulary {
    private Vocabulary() {}

    /** @throws IllegalArgumentException when a token is not in the vocabulary */
    public static void require(Tokens tokens, Architecture architecture) {
        for (int i = 0; i < tokens.length(); i++) {
            if (tokens.at(i) >= architecture.vocabulary()) {
                throw new IllegalArgumentException("token " + i + " has id " + tokens.at(i)
                        + ": the model knows those below " + architecture.vocabulary());
            }
        }
    }
}
