package org.dramatis.core.screening;

import java.util.Arrays;
import java.util.List;
import org.dramatis.core.cast.PersonaId;

/**
 * Of how many of some replies each persona is the top to first order. The scores themselves are no nats: a few rows that one persona
 * says stand out by its being their top, while in a mean over all rows they drown.
 *
 * @param tops a count for each persona, in order
 */
public record TopShares(List<PersonaId> personas, List<Integer> tops, int replies) {
    public TopShares {
        personas = List.copyOf(personas);
        tops = List.copyOf(tops);
        int sum = tops.stream().mapToInt(each -> each).sum();
        if (personas.size() != tops.size() || sum != replies) {
            throw new IllegalArgumentException(tops.size() + " counts that sum to " + sum + " for " + personas.size()
                    + " personas and " + replies + " replies: one for each persona, and every reply has one top");
        }
    }

    /**
     * The tops of some replies, maybe none.
     *
     * @param evidence of each, for these personas
     */
    public static TopShares of(List<PersonaId> personas, List<FirstOrderEvidence> evidence) {
        int[] tops = new int[personas.size()];
        for (FirstOrderEvidence reply : evidence) {
            if (!reply.personas().equals(personas)) {
                throw new IllegalArgumentException(
                        "first-order evidence for " + reply.personas() + " among that for " + personas);
            }
            tops[reply.scores().argMax()]++;
        }
        return new TopShares(personas, Arrays.stream(tops).boxed().toList(), evidence.size());
    }

    /** The share of the replies that the persona is the top of; 0 where there are none. */
    public double of(PersonaId persona) {
        int k = personas.indexOf(persona);
        if (k < 0) {
            throw new IllegalArgumentException("persona '" + persona + "' was not read: there are " + personas);
        }
        return replies == 0 ? 0 : (double) tops.get(k) / replies;
    }
}
