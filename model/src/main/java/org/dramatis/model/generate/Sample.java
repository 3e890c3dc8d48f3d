package org.dramatis.model.generate;

import java.util.List;
import org.dramatis.model.text.Tokens;

/**
 * One sampled reply.
 *
 * @param tokens without the stop token; with a stop string, up to the token in which it was completed
 * @param text without the stop string
 * @param logProbabilities of each token under the model itself, whatever temperature, top-k or top-p it was drawn with
 */
public record Sample(Tokens tokens, String text, List<Double> logProbabilities, End end) {
    /** Why the reply ended. */
    public enum End {
        STOP_TOKEN,
        STOP_STRING,
        /** It reached the most tokens asked for. */
        LENGTH,
        /** It reached the end of what the model can read at once. */
        CONTEXT
    }

    public Sample {
        logProbabilities = List.copyOf(logProbabilities);
        if (logProbabilities.size() != tokens.length()) {
            throw new IllegalArgumentException(
                    logProbabilities.size() + " log-probabilities for " + tokens.length() + " tokens");
        }
    }
}
