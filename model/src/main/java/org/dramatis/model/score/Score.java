package org.dramatis.model.score;

import org.dramatis.core.evidence.Reason;
import org.dramatis.core.number.LogVector;

/** What a model says of one continuation: a log-probability per token, or the reason why there is none. */
public sealed interface Score {

    /** {@code log p(y_t | prefix, y_<t)} of every token of the continuation, in order. */
    record Scored(LogVector logProbabilities) implements Score {
        /** {@code log p(y | prefix)}. */
        public double total() {
            double sum = 0;
            for (int t = 0; t < logProbabilities.size(); t++) {
                sum += logProbabilities.at(t);
            }
            return sum;
        }
    }

    record Unscorable(Reason reason) implements Score {}
}
