package org.dramatis.core.evidence;

import org.dramatis.core.number.LogVector;

/** What one episode says about the cast: a log-likelihood per persona, or the reason why there is none. */
public sealed interface Evidence {
    EpisodeId episode();

    /**
     * {@code l_k = log p(y | frame_k, x)} for every persona k, in cast order, summed over the {@code tokens} of the reply.
     */
    record Scored(EpisodeId episode, LogVector logLikelihoods, int tokens) implements Evidence {
        public Scored {
            if (tokens < 1) {
                throw new IllegalArgumentException("episode " + episode + " was scored on " + tokens + " tokens");
            }
            if (logLikelihoods.max() == Double.NEGATIVE_INFINITY) {
                throw new IllegalArgumentException("episode " + episode
                        + " is impossible under every persona: record it as unscorable, with that reason");
            }
        }
    }

    record Unscorable(EpisodeId episode, Reason reason) implements Evidence {}
}
