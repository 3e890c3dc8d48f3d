package org.dramatis.core.calibration;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.dramatis.core.number.Measured;

/** Whether forecasts and observations rise together: in proportion (Pearson), or in order (Spearman, Kendall). */
public final class Correlation {
    private Correlation() {}

    /** {@code cov(x, y) / sqrt(var(x) var(y))}. */
    public static Measured<Double> pearson(List<Pair> pairs) {
        return ofColumns(column(pairs, Pair::forecast), column(pairs, Pair::observed));
    }

    /** Pearson's correlation of the ranks; equal numbers share the mean of their ranks. */
    public static Measured<Double> spearman(List<Pair> pairs) {
        return ofColumns(midRanks(column(pairs, Pair::forecast)), midRanks(column(pairs, Pair::observed)));
    }

    /** Kendall's tau-b: concordant less discordant pairs of pairs, corrected for ties. */
    public static Measured<Double> kendall(List<Pair> pairs) {
        return KendallTau.of(pairs);
    }

    private static Measured<Double> ofColumns(double[] x, double[] y) {
        centre(x);
        centre(y);
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (int n = 0; n < x.length; n++) {
            xx += x[n] * x[n];
            xy += x[n] * y[n];
            yy += y[n] * y[n];
        }
        return xx == 0 || yy == 0 ? constant(x.length) : Measured.known(Math.clamp(xy / Math.sqrt(xx * yy), -1, 1));
    }

    static Measured<Double> constant(int pairs) {
        return Measured.unmeasurable(
                "of " + pairs + " pairs the forecasts or the observations are all alike: nothing can rise together");
    }

    /** Less the mean, in units of the largest: squares cannot overflow, and equal numbers become exactly 0. */
    private static void centre(double[] values) {
        double largest = Arrays.stream(values).map(Math::abs).max().orElse(0);
        if (largest > 0) {
            Arrays.setAll(values, n -> values[n] / largest);
            double mean = Arrays.stream(values).sum() / values.length;
            Arrays.setAll(values, n -> values[n] - mean);
        }
    }

    private static double[] midRanks(double[] values) {
        int[] order = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(n -> values[n]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] ranks = new double[values.length];
        for (int from = 0, to; from < order.length; from = to) {
            to = from + 1;
            while (to < order.length && values[order[to]] == values[order[from]]) {
                to++;
            }
            for (int place = from; place < to; place++) {
                ranks[order[place]] = (from + 1 + to) / 2.0;
            }
        }
        return ranks;
    }

    private static double[] column(List<Pair> pairs, ToDoubleFunction<Pair> number) {
        return pairs.stream().mapToDouble(number).toArray();
    }
}
