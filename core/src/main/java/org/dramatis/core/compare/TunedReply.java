package org.dramatis.core.compare;

import org.dramatis.core.number.LogVector;

/**
 * A reply that was sampled from the tuned model, and its log-probability, in nats, under each of the hypotheses.
 *
 * @param prompt what it replies to; replies to one prompt are not independent and are kept together
 * @param logTuned under the tuned model
 * @param logBase under the model it was tuned from, as that answers by itself
 * @param logPersonas under each persona as the base model plays it, in cast order
 * @param tokens of the reply
 */
public record TunedReply(String prompt, double logTuned, double logBase, LogVector logPersonas, int tokens) {
    public TunedReply {
        if (!Double.isFinite(logTuned) || !Double.isFinite(logBase)) {
            throw new IllegalArgumentException("a reply to '" + prompt + "' has log-probability " + logTuned
                    + " under the tuned model and " + logBase + " under the base: both must be finite");
        }
        if (tokens < 1) {
            throw new IllegalArgumentException("a reply to '" + prompt + "' has " + tokens + " tokens");
        }
    }
}
