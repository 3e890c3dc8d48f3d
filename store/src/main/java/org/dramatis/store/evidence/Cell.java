package org.dramatis.store.evidence;

import org.dramatis.core.evidence.Reason;

/** What a model found of one reply in one frame. */
public sealed interface Cell {

    /**
     * {@code log p(y | frame, x)}, summed over the tokens of the reply.
     *
     * @param logLikelihood minus infinity where the reply is impossible
     */
    record Scored(double logLikelihood, int tokens) implements Cell {
        public Scored {
            if (Double.isNaN(logLikelihood) || logLikelihood == Double.POSITIVE_INFINITY) {
                throw new IllegalArgumentException("a log-likelihood cannot be " + logLikelihood
                        + ": record the reply as unscorable, with the reason");
            }
            if (tokens < 1) {
                throw new IllegalArgumentException("a reply was scored on " + tokens + " tokens: at least 1 is needed");
            }
        }
    }

    record Unscorable(Reason reason) implements Cell {}
}
