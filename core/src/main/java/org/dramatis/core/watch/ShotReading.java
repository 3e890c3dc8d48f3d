package org.dramatis.core.watch;

import org.dramatis.core.number.Weights;

/**
 * The log-odds of a persona after so many shots (turns of the kind whose pull is in question).
 *
 * @param logOdds in nats, against whomever; finite
 */
public record ShotReading(int shots, double logOdds) {
    public ShotReading {
        if (shots < 0) {
            throw new IllegalArgumentException("a reading after " + shots + " shots: count from 0");
        }
        if (!Double.isFinite(logOdds)) {
            throw new IllegalArgumentException("the log-odds after " + shots + " shots are " + logOdds
                    + ": they must be finite, since no line passes through a persona ruled out or alone");
        }
    }

    /** {@code log w_k - log(1 - w_k)}. */
    public static ShotReading againstRest(int shots, Weights weights, int persona) {
        return new ShotReading(shots, weights.logOdds(persona));
    }

    /** {@code log w_k - log w_j}. */
    public static ShotReading againstOther(int shots, Weights weights, int persona, int other) {
        return new ShotReading(shots, weights.log(persona) - weights.log(other));
    }
}
