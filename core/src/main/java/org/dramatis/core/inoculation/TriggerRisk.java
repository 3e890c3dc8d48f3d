package org.dramatis.core.inoculation;

import org.dramatis.core.number.LogVector;
import org.dramatis.core.number.Term;
import org.dramatis.core.number.Weights;

/**
 * What a prompt used in training does when it recurs at run time.
 *
 * @param recurring probability of the behaviour with the prompt (or a neighbour of it) there
 * @param absent probability of the behaviour without it
 */
public record TriggerRisk(double recurring, double absent) {
    public TriggerRisk {
        requireProbability("with the prompt recurring", recurring);
        requireProbability("without the prompt", absent);
    }

    /**
     * From the weights after training in either context: {@code p = sum_k w_k p(b | frame_k, probe)}.
     *
     * @param logBehaviour {@code log p(b | frame_k, probe)}, in cast order
     */
    public static TriggerRisk of(Weights recurring, Weights absent, LogVector logBehaviour) {
        return new TriggerRisk(forecast(recurring, logBehaviour), forecast(absent, logBehaviour));
    }

    /** How much likelier the behaviour is for the prompt's recurring. */
    public double risk() {
        return recurring - absent;
    }

    public Term explain() {
        return Term.difference(
                "trigger risk",
                Term.given("forecast with the prompt recurring", recurring),
                Term.given("forecast without the prompt", absent));
    }

    private static double forecast(Weights weights, LogVector logBehaviour) {
        if (logBehaviour.max() > 0) {
            throw new IllegalArgumentException("a persona shows the behaviour with log-probability "
                    + logBehaviour.max() + ": it must not exceed 0");
        }
        // Weights sum to 1 only within rounding.
        return Math.min(1, Math.exp(weights.logMixture(logBehaviour)));
    }

    private static void requireProbability(String when, double probability) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException(
                    "the behaviour has probability " + probability + " " + when + ": it must lie in [0, 1]");
        }
    }
}
