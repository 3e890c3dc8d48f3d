package org.dramatis.audit.prior;

import org.dramatis.core.evidence.Episode;

/**
 * What the bare assistant said when it was asked.
 *
 * @param question its number
 * @param logProbability with which the model said it
 */
public record OwnReply(Episode episode, int question, double logProbability, int tokens) {
    /** In nats a token. */
    public double surprise() {
        return -logProbability / tokens;
    }
}
