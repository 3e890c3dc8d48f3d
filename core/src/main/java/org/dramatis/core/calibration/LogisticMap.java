package org.dramatis.core.calibration;

import java.util.List;
import org.dramatis.core.number.LogSpace;
import org.dramatis.core.number.Term;

/**
 * {@code P(y = 1 | s) = sigmoid(a s + b)} with {@code a >= 0}: two numbers, so it can be fitted on a few dozen runs.
 *
 * @param slope a
 * @param intercept b
 */
public record LogisticMap(double slope, double intercept) implements CalibrationMap {
    /** Takes log-odds at their word. */
    public static final LogisticMap AS_STATED = new LogisticMap(1, 0);

    public LogisticMap {
        if (!(slope >= 0 && Double.isFinite(slope)) || !Double.isFinite(intercept)) {
            throw new IllegalArgumentException("slope " + slope + " and intercept " + intercept
                    + " are no calibration: both must be finite, the slope not negative");
        }
    }

    /**
     * Fits by maximum likelihood with Platt's smoothed targets, {@code (n1 + 1)/(n1 + 2)} for what happened and
     * {@code 1/(n0 + 2)} for what did not, which keep the fit finite when a threshold separates the two.
     *
     * <p>The slope is 0, and every probability the mean target, when the scores do not differ, when all outcomes are
     * alike, and when higher scores went with fewer outcomes. (Platt 1999; Lin, Lin and Weng 2007, Machine
     * Learning 68.)
     *
     * @throws IllegalArgumentException when there are no forecasts
     */
    public static LogisticMap fit(List<Labelled> forecasts) {
        Labelled.requireAny(forecasts);
        return new LogisticFit(forecasts).map();
    }

    @Override
    public double probability(double score) {
        return LogSpace.sigmoid(slope * CalibrationMap.requireScore(score) + intercept);
    }

    /** The log-odds of a score. */
    public Term explain(double score) {
        return Term.sum(
                "log-odds",
                Term.product("slope times score", Term.given("slope", slope), Term.given("score", score)),
                Term.given("intercept", intercept));
    }
}
