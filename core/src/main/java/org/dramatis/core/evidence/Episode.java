package org.dramatis.core.evidence;

import java.util.List;
import org.dramatis.core.cast.Turn;

/**
 * What was observed or will be trained on: a reply y in its context x.
 *
 * @param weight 1 in supervised data, an advantage in reinforcement data; may be negative there
 */
public record Episode(EpisodeId id, List<Turn> context, String reply, double weight) {
    public Episode {
        context = List.copyOf(context);
        if (reply.isEmpty()) {
            throw new IllegalArgumentException("episode " + id + " has an empty reply: nothing can be scored");
        }
        if (!Double.isFinite(weight)) {
            throw new IllegalArgumentException("episode " + id + " has weight " + weight + ": it must be finite");
        }
    }

    public Episode(EpisodeId id, List<Turn> context, String reply) {
        this(id, context, reply, 1);
    }
}
