package org.dramatis.core.selection;

import java.util.function.DoubleFunction;

/**
 * A real training run: what was observed at its checkpoints, and what a forecast says there at a given rate.
 *
 * <p>Its values may be weights, behaviours or shifts, of as many probes and checkpoints as there are.
 */
public final class ObservedRun {
    private final double[] observed;
    private final DoubleFunction<double[]> forecast;

    /**
     * A run with its forecast.
     *
     * @param forecast from eta (or tau) to as many values as were observed
     */
    public ObservedRun(double[] observed, DoubleFunction<double[]> forecast) {
        if (observed.length == 0) {
            throw new IllegalArgumentException("a run observed no values: it says nothing of the rate");
        }
        for (double value : observed) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("an observed value of a run is " + value + ": it must be finite");
            }
        }
        this.observed = observed.clone();
        this.forecast = forecast;
    }

    int size() {
        return observed.length;
    }

    /** Observed less forecast, value by value. */
    double[] residuals(double rate) {
        double[] residuals = forecast.apply(rate);
        if (residuals.length != observed.length) {
            throw new IllegalArgumentException(
                    "a run observed " + observed.length + " values but its forecast gave " + residuals.length);
        }
        residuals = residuals.clone();
        for (int i = 0; i < residuals.length; i++) {
            residuals[i] = observed[i] - residuals[i];
            if (!Double.isFinite(residuals[i])) {
                throw new IllegalArgumentException("the forecast of value " + i + " at rate " + rate
                        + " leaves a residual of " + residuals[i] + ": it must be finite");
            }
        }
        return residuals;
    }
}
