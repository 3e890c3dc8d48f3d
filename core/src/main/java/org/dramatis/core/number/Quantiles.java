package org.dramatis.core.number;

import java.util.Arrays;

/** Quantiles of draws: what turns bootstrap or posterior draws into an interval. */
public final class Quantiles {
    private Quantiles() {}

    /**
     * The p-quantile of n draws: the order statistic at place {@code p (n + 1)}, interpolated linearly (Hyndman and Fan's
     * type 6). One more draw lies below it with probability p, so intervals of few draws are not too narrow.
     */
    public static double of(double[] draws, double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("p is " + p + ": a quantile needs a probability in [0, 1]");
        }
        double[] sorted = requireNumbers(draws);
        double place = Math.clamp(p * (sorted.length + 1) - 1, 0, sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    /** The middle {@code level} of the draws: the percentile interval. */
    public static Interval interval(double[] draws, double level) {
        double tail = (1 - Interval.requireLevel(level)) / 2;
        return new Interval(of(draws, tail), of(draws, 1 - tail), level);
    }

    private static double[] requireNumbers(double[] draws) {
        if (draws.length == 0) {
            throw new IllegalArgumentException("no draws: a quantile needs at least one");
        }
        double[] sorted = draws.clone();
        Arrays.sort(sorted);
        // Infinities and NaN sort to the ends.
        requireFinite(sorted[0]);
        requireFinite(sorted[sorted.length - 1]);
        return sorted;
    }

    private static void requireFinite(double draw) {
        if (!Double.isFinite(draw)) {
            throw new IllegalArgumentException("a draw is " + draw + ": quantiles need finite draws");
        }
    }
}
