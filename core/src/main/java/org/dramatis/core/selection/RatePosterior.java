package org.dramatis.core.selection;

import java.util.random.RandomGenerator;
import org.dramatis.core.number.Distributions;
import org.dramatis.core.number.Estimate;
import org.dramatis.core.number.Interval;
import org.dramatis.core.number.LogSpace;

/** What observed runs say about eta (or tau): a best value, and a probability for each rate of a fine grid. */
public final class RatePosterior {
    /** Points and standard deviations that the grid of a normal posterior has. */
    private static final int GRID = 401;

    private static final double REACH = 6;

    private final double[] rates;
    private final double[] cumulative;
    private final double best;
    private final double rootMeanSquareError;
    private final boolean unsettled;

    private RatePosterior(
            double[] rates, double[] cumulative, double best, double rootMeanSquareError, boolean unsettled) {
        this.rates = rates;
        this.cumulative = cumulative;
        this.best = best;
        this.rootMeanSquareError = rootMeanSquareError;
        this.unsettled = unsettled;
    }

    /** Takes the rates over, in rising order, evenly spaced in their logs; {@code logs} are log densities, unnormalised. */
    static RatePosterior of(double[] rates, double[] logs, double best, double rootMeanSquareError) {
        double[] density = logs.clone();
        LogSpace.softmaxInPlace(density);
        // On a grid that reaches six standard deviations the ends hold next to nothing, unless a bound cut it short.
        boolean unsettled = Math.max(density[0], density[density.length - 1]) > 1e-4;
        double[] cumulative = new double[rates.length];
        for (int i = 1; i < rates.length; i++) {
            cumulative[i] = cumulative[i - 1] + 0.5 * (density[i - 1] + density[i]);
        }
        return new RatePosterior(rates, cumulative, best, rootMeanSquareError, unsettled);
    }

    /** A rate without uncertainty: a given one, or one that fits without any error. */
    public static RatePosterior certain(double rate) {
        if (!(rate > 0) || Double.isInfinite(rate)) {
            throw new IllegalArgumentException("the rate is " + rate + ": it must be positive and finite");
        }
        return new RatePosterior(new double[] {rate}, new double[] {0}, rate, 0, false);
    }

    /**
     * A rate that was fitted elsewhere and is known by its best value and interval: normal in its log, as wide as the interval.
     *
     * @throws IllegalArgumentException when the interval does not hold the best value or begins at 0
     */
    public static RatePosterior logNormal(Estimate rate) {
        Interval interval = rate.interval();
        if (!(interval.low() > 0 && interval.contains(rate.point()) && interval.high() < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "the rate is " + rate + ": it must lie in its interval, and that above 0");
        }
        double spread = Math.log(interval.high() / interval.low())
                / (2 * Distributions.normalQuantile((1 + interval.level()) / 2));
        if (spread == 0) {
            return certain(rate.point());
        }
        double[] rates = new double[GRID];
        double[] logs = new double[GRID];
        for (int i = 0; i < GRID; i++) {
            double deviations = REACH * (2.0 * i / (GRID - 1) - 1);
            rates[i] = rate.point() * Math.exp(deviations * spread);
            logs[i] = -deviations * deviations / 2;
        }
        return of(rates, logs, rate.point(), 0);
    }

    /** The least-squares rate with the central interval of the posterior. */
    public Estimate estimate(double level) {
        double tail = (1 - Interval.requireLevel(level)) / 2;
        return new Estimate(best, new Interval(quantile(tail), quantile(1 - tail), level));
    }

    /** How far the forecasts at the best rate are off, in the units of what was observed. */
    public double rootMeanSquareError() {
        return rootMeanSquareError;
    }

    /** Whether the search ended at one of its bounds or the posterior runs into one: the runs do not settle the rate. */
    public boolean isUnsettled() {
        return unsettled;
    }

    public double draw(RandomGenerator random) {
        return quantile(random.nextDouble());
    }

    /** Linear in the log of the rate between grid points. */
    private double quantile(double p) {
        double target = p * cumulative[cumulative.length - 1];
        int above = 0;
        while (above < cumulative.length - 1 && cumulative[above] <= target) {
            above++;
        }
        if (above == 0) {
            return rates[0];
        }
        double share = (target - cumulative[above - 1]) / (cumulative[above] - cumulative[above - 1]);
        return rates[above - 1] * Math.pow(rates[above] / rates[above - 1], share);
    }
}
