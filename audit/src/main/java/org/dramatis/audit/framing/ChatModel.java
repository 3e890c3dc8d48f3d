package org.dramatis.audit.framing;

import java.util.Optional;
import org.dramatis.model.generate.Generator;
import org.dramatis.model.inspect.Inspectable;
import org.dramatis.model.score.ChatPassages;
import org.dramatis.model.score.TokenScorer;
import org.dramatis.model.text.Tokens;

/**
 * A model that can be talked to.
 *
 * @param begin what texts begin with, one token or none
 * @param ends the tokens with which a reply ends
 */
public record ChatModel(TokenScorer scorer, Generator generator, ChatPassages chats, Tokens begin, Tokens ends) {
    /** Its activations, where they can be read. */
    public Optional<Inspectable> inside() {
        return scorer instanceof Inspectable inside ? Optional.of(inside) : Optional.empty();
    }

    public Framing framing() {
        return new Framing(chats, begin);
    }
}
