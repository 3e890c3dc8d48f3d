package org.dramatis.audit.calibration;

import org.dramatis.core.number.Estimate;
import org.dramatis.core.number.Interval;
import org.dramatis.core.selection.RatePosterior;

/**
 * The rate eta of selection, as it was fitted to real training runs.
 *
 * @param name of the calibration, with its version
 * @param fittedTo which runs on which model, for readers
 * @param rate eta a step, with its interval
 * @param learningRate of those runs: eta is taken to be proportional to it
 */
public record Calibration(String name, String fittedTo, Estimate rate, double learningRate) {
    public Calibration {
        if (!(learningRate > 0) || Double.isInfinite(learningRate)) {
            throw new IllegalArgumentException("calibration '" + name + "' has learning rate " + learningRate
                    + ": it must be positive and finite");
        }
    }

    /** Eta a step of a run at another learning rate. */
    public RatePosterior at(double otherLearningRate) {
        double factor = otherLearningRate / learningRate;
        Interval interval = rate.interval();
        return RatePosterior.logNormal(new Estimate(
                factor * rate.point(),
                new Interval(factor * interval.low(), factor * interval.high(), interval.level())));
    }
}
