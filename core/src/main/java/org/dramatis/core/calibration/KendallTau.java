package org.dramatis.core.calibration;

import java.util.Comparator;
import java.util.List;
import java.util.function.BiPredicate;
import org.dramatis.core.number.Measured;

/**
 * Kendall's tau-b in {@code O(n log n)}: sorted by forecast, the discordant pairs are the exchanges that a merge sort
 * by observation makes. (Knight 1966, J. Am. Stat. Assoc. 61.)
 *
 * <pre>{@code
 * tau_b = (C - D) / sqrt((all - tiedForecast)(all - tiedObserved))
 * C + D = all - tiedForecast - tiedObserved + tiedBoth
 * }</pre>
 */
final class KendallTau {
    private KendallTau() {}

    static Measured<Double> of(List<Pair> pairs) {
        Pair[] sorted = pairs.stream()
                .sorted(Comparator.comparingDouble(Pair::forecast).thenComparingDouble(Pair::observed))
                .toArray(Pair[]::new);
        double all = 0.5 * sorted.length * (sorted.length - 1.0);
        double tiedForecast = tied(sorted, (a, b) -> a.forecast() == b.forecast());
        double tiedBoth = tied(sorted, (a, b) -> a.forecast() == b.forecast() && a.observed() == b.observed());
        double discordant = exchanges(sorted, new Pair[sorted.length], 0, sorted.length);
        double tiedObserved = tied(sorted, (a, b) -> a.observed() == b.observed());
        if (tiedForecast == all || tiedObserved == all) {
            return Correlation.constant(sorted.length);
        }
        double difference = all - tiedForecast - tiedObserved + tiedBoth - 2 * discordant;
        return Measured.known(
                Math.clamp(difference / Math.sqrt(all - tiedForecast) / Math.sqrt(all - tiedObserved), -1, 1));
    }

    /** How many pairs of neighbours-in-order are tied. */
    private static double tied(Pair[] sorted, BiPredicate<Pair, Pair> same) {
        double tied = 0;
        int run = 0;
        for (int n = 1; n < sorted.length; n++) {
            run = same.test(sorted[n - 1], sorted[n]) ? run + 1 : 0;
            tied += run;
        }
        return tied;
    }

    /** Sorts {@code from..to - 1} by observation and counts the pairs that stood strictly the wrong way round. */
    private static double exchanges(Pair[] pairs, Pair[] spare, int from, int to) {
        if (to - from < 2) {
            return 0;
        }
        int middle = (from + to) >>> 1;
        double exchanges = exchanges(pairs, spare, from, middle) + exchanges(pairs, spare, middle, to);
        System.arraycopy(pairs, from, spare, from, to - from);
        int left = from;
        int right = middle;
        for (int place = from; place < to; place++) {
            if (right == to || (left < middle && spare[left].observed() <= spare[right].observed())) {
                pairs[place] = spare[left++];
            } else {
                pairs[place] = spare[right++];
                exchanges += middle - left;
            }
        }
        return exchanges;
    }
}
