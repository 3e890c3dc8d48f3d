package org.dramatis.remote.text;

import org.dramatis.model.text.Tokens;

/** A server's tokenizer, as it is asked. */
interface Words {
    /**
     * @param special whether special tokens that are written out become one token each
     */
    Tokens tokens(String text, boolean special);

    String text(Tokens tokens);

    /** Whether {@code special} makes a difference. */
    boolean tellsSpecial();
}
