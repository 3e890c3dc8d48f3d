package org.dramatis.core.calibration;

/** A map fitted on past forecasts that turns a score into a probability and never reverses the order of two scores. */
public sealed interface CalibrationMap permits LogisticMap, IsotonicMap {
    /**
     * The probability that goes with a score.
     *
     * @throws IllegalArgumentException when the score is not finite
     */
    double probability(double score);

    static double requireScore(double score) {
        if (!Double.isFinite(score)) {
            throw new IllegalArgumentException("a score is " + score + ": it must be finite");
        }
        return score;
    }
}
