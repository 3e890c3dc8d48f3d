package org.dramatis.core.selection;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How far forecasts are off in each of some runs at many rates, so that a rate can be fitted to any of the runs at no further cost.
 * {@link RateFit} gives the same rate with its uncertainty.
 */
public final class RateScan {
    private static final int POINTS = 121;

    private final double lowest;
    private final double step; // in log rate
    private final double[] squares; // runs x points

    private RateScan(double lowest, double step, double[] squares) {
        this.lowest = lowest;
        this.step = step;
        this.squares = squares;
    }

    /** Between two bounds, which should be outside of what is plausible, but not far. */
    public static RateScan of(List<ObservedRun> runs, double lowest, double highest) {
        if (!(lowest > 0 && lowest < highest) || Double.isInfinite(highest)) {
            throw new IllegalArgumentException(
                    "rates from " + lowest + " to " + highest + " are no range: give 0 < lowest < highest");
        }
        double step = Math.log(highest / lowest) / (POINTS - 1);
        double[] squares = new double[runs.size() * POINTS];
        IntStream.range(0, squares.length).parallel().forEach(i -> {
            double rate = lowest * Math.exp(step * (i % POINTS));
            double sum = 0;
            for (double residual : runs.get(i / POINTS).residuals(rate)) {
                sum += residual * residual;
            }
            squares[i] = sum;
        });
        return new RateScan(lowest, step, squares);
    }

    /**
     * The rate that fits some of the runs best, given by their places: the lowest point of the parabola through the best of the scan
     * and its neighbours.
     */
    public double best(List<Integer> runs) {
        if (runs.isEmpty()) {
            throw new IllegalArgumentException("a rate cannot be fitted to no runs: give at least 1");
        }
        double[] sums = new double[POINTS];
        for (int run : runs) {
            for (int i = 0; i < POINTS; i++) {
                sums[i] += squares[run * POINTS + i];
            }
        }
        int best = 0;
        for (int i = 1; i < POINTS; i++) {
            best = sums[i] < sums[best] ? i : best;
        }
        return lowest * Math.exp(step * (best + lean(sums, best)));
    }

    private static double lean(double[] sums, int best) {
        if (best == 0 || best == POINTS - 1) {
            return 0;
        }
        double bend = sums[best - 1] - 2 * sums[best] + sums[best + 1];
        return bend > 0 ? (sums[best - 1] - sums[best + 1]) / (2 * bend) : 0;
    }
}
