package org.dramatis.audit.framing;

import java.util.Optional;
import org.dramatis.core.cast.Frame;
import org.dramatis.model.generate.Generator;
import org.dramatis.model.inspect.Inspectable;
import org.dramatis.model.score.ChatPassages;
import org.dramatis.model.score.TokenScorer;
import org.dramatis.model.text.Tokens;
import org.dramatis.store.evidence.KeptFindings;

/**
 * A model that can be talked to.
 *
 * @param begin what texts begin with, one token or none
 * @param ends the tokens with which a reply ends
 * @param findings what was read off it before, where that is kept
 */
public record ChatModel(
        TokenScorer scorer,
        Generator generator,
        Alterations alterations,
        ChatPassages chats,
        Tokens begin,
        Tokens ends,
        Optional<KeptFindings> findings) {
    /** A model that no frame alters. */
    public ChatModel(TokenScorer scorer, Generator generator, ChatPassages chats, Tokens begin, Tokens ends) {
        this(scorer, generator, Alterations.NONE, chats, begin, ends);
    }

    /** A model of which nothing is kept. */
    public ChatModel(
            TokenScorer scorer,
            Generator generator,
            Alterations alterations,
            ChatPassages chats,
            Tokens begin,
            Tokens ends) {
        this(scorer, generator, alterations, chats, begin, ends, Optional.empty());
    }

    /** Its activations, where they can be read. */
    public Optional<Inspectable> inside() {
        return scorer instanceof Inspectable inside ? Optional.of(inside) : Optional.empty();
    }

    /** The same, which says and shows again what it did before where it is asked the same; altered ones speak anew. */
    public ChatModel remembering(KeptFindings kept) {
        return new ChatModel(
                scorer, new KeptGenerator(generator, kept), alterations, chats, begin, ends, Optional.of(kept));
    }

    public Framing framing() {
        return new Framing(chats, begin);
    }

    /** Who scores what is said in a frame; good until another frame is asked for. */
    public TokenScorer scorer(Frame frame) {
        return frame instanceof Frame.Alteration alteration ? alterations.scorer(alteration) : scorer;
    }

    /** Who speaks, as the model is or altered; good until another alteration is asked for. */
    public Generator generator(Optional<Frame.Alteration> alteration) {
        return alteration.map(alterations::generator).orElse(generator);
    }
}
