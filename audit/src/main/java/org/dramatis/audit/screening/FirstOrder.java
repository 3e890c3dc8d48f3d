package org.dramatis.audit.screening;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dramatis.audit.framing.ChatModel;
import org.dramatis.core.cast.Cast;
import org.dramatis.core.evidence.Episode;
import org.dramatis.core.screening.FirstOrderEvidence;
import org.dramatis.core.screening.PersonaVectors;
import org.dramatis.model.inspect.Inspectable;
import org.dramatis.model.inspect.Site;
import org.dramatis.store.evidence.KeptFindings;

/**
 * Evidence for a cast to first order.
 *
 * @param vectors of those whom the model shows its activations for
 */
public record FirstOrder(ReplyReader replies, PersonaVectors vectors) {
    /** Replies that every frame is read with; more did not agree better with exact evidence. */
    private static final int REFERENCES = 10;

    /**
     * Reads the cast where it agrees best with exact evidence.
     *
     * @param own replies of the assistant as it is
     * @return empty when nobody of the cast can be read
     */
    public static Optional<FirstOrder> of(
            Cast cast, ChatModel model, Inspectable inside, List<Episode> own, Optional<KeptFindings> kept) {
        return plain(cast, model, inside, sites(inside), own, kept).map(FirstOrder::contrasted);
    }

    /** At sites of one's own, as the formula has it. */
    public static Optional<FirstOrder> plain(
            Cast cast,
            ChatModel model,
            Inspectable inside,
            List<Site> sites,
            List<Episode> own,
            Optional<KeptFindings> kept) {
        return new ShiftReader(model, inside, sites, spread(own), kept)
                .read(cast)
                .map(vectors -> new FirstOrder(new ReplyReader(model, inside, sites), vectors));
    }

    /** With vectors of one length that say what a persona does that others do not. */
    public FirstOrder contrasted() {
        return new FirstOrder(replies, vectors.contrasted(replies.sites().size()));
    }

    /** Behind the middle layer, the last, and one half way between: together they agreed best with exact evidence. */
    public static List<Site> sites(Inspectable inside) {
        int layers = inside.layers();
        return IntStream.of(layers / 2, 3 * layers / 4, layers - 1)
                .distinct()
                .mapToObj(Site::after)
                .toList();
    }

    /** Some of them, from all over. */
    private static List<Episode> spread(List<Episode> own) {
        int some = Math.min(REFERENCES, own.size());
        return IntStream.range(0, some)
                .mapToObj(i -> own.get(i * own.size() / some))
                .toList();
    }

    /** Of each reply that can be read, in order. */
    public List<FirstOrderEvidence> evidence(List<Episode> episodes) {
        return replies.gradients(episodes).stream().map(vectors::evidence).toList();
    }
}
