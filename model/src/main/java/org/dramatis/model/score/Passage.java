package org.dramatis.model.score;

import org.dramatis.model.text.Tokens;

/**
 * A continuation whose tokens are to be scored, and the prefix they are conditioned on.
 *
 * @param prefix at least one token: a model has no opinion on the very first. Begin with its beginning-of-text token where
 *     there is nothing else
 */
public record Passage(Tokens prefix, Tokens continuation) {
    public Passage {
        if (prefix.isEmpty()) {
            throw new IllegalArgumentException(
                    "a passage needs a prefix of at least one token, the beginning-of-text token say, got none");
        }
    }

    public int length() {
        return prefix.length() + continuation.length();
    }
}
