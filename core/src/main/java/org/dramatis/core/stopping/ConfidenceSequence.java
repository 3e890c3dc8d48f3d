package org.dramatis.core.stopping;

import org.dramatis.core.number.Estimate;
import org.dramatis.core.number.Interval;
import org.dramatis.core.number.Measured;

/**
 * An interval for the mean of bounded observations that holds at every moment at once, so that one may look after each
 * observation and stop when it says enough: with probability at least {@code level} it never once excludes the mean.
 *
 * <p>This is the predictable plug-in empirical-Bernstein sequence of Waudby-Smith and Ramdas (2023, "Estimating means
 * of bounded random variables by betting", J. R. Stat. Soc. B, theorem 2). For x in [0, 1] and {@code alpha = 1 -
 * level}:
 *
 * <pre>{@code
 * mean_i   = (1/2 + sum_j<=i x_j) / (i + 1)             sigma^2_i = (1/4 + sum_j<=i (x_j - mean_j)^2) / (i + 1)
 * lambda_i = min(1/2, sqrt(2 log(2/alpha) / (sigma^2_(i-1) i log(1 + i))))
 * psi_i    = -log(1 - lambda_i) - lambda_i
 * interval = [ sum lambda_i (x_i + S_(i-1)/left_i) -+ (log(2/alpha) + sum psi_i (x_i - mean_(i-1))^2) ]
 *            / sum lambda_i (1 + (i-1)/left_i)
 * }</pre>
 *
 * intersected over time. {@code S_(i-1)/left_i} is 0 for independent observations. Rows of a finite data set read in
 * random order are not independent: given those before, the mean of the next is that of the {@code left_i = N - i +
 * 1} rows left, {@code (N mean - S_(i-1)) / left_i}. Put in the place of the mean this keeps the proof and makes the
 * interval shrink to the mean itself as the data run out (Waudby-Smith and Ramdas 2020, NeurIPS, "Confidence
 * sequences for sampling without replacement"); nor can it exceed what the unread rows, all lowest or all highest,
 * would give.
 *
 * <pre>{@code
 * ConfidenceSequence malicious = ConfidenceSequence.withoutReplacement(0, 1, 0.95, rows);
 * for (int row : rowsInRandomOrder) {
 *     malicious.add(responsibility(row));
 *     if (rule.decide(malicious.interval()) != Decision.UNDECIDED) {
 *         break;
 *     }
 * }
 * }</pre>
 */
public final class ConfidenceSequence {
    /** Bets above this can lose nearly everything in one observation; the authors advise 1/2 or 3/4. */
    private static final double LARGEST_BET = 0.5;

    private final double low;
    private final double high;
    private final double level;
    private final double population;

    private long observations;
    private double sum;
    private double squares;
    private double bets;
    private double betOutcomes;
    private double betCosts;
    private double from = 0;
    private double to = 1;

    private ConfidenceSequence(double low, double high, double level, double population) {
        if (!(low < high) || Double.isInfinite(high - low)) {
            throw new IllegalArgumentException("observations in [" + low + ", " + high
                    + "]: the bounds must be finite, the first below the second");
        }
        this.low = low;
        this.high = high;
        this.level = Interval.requireLevel(level);
        this.population = population;
    }

    /** For independent observations in {@code [low, high]}, as many as there may come. */
    public static ConfidenceSequence withReplacement(double low, double high, double level) {
        return new ConfidenceSequence(low, high, level, Double.POSITIVE_INFINITY);
    }

    /** For the mean of {@code population} numbers in {@code [low, high]}, each read once, in random order. */
    public static ConfidenceSequence withoutReplacement(double low, double high, double level, long population) {
        if (population < 1) {
            throw new IllegalArgumentException("a population of " + population + " has no mean: it needs at least one");
        }
        return new ConfidenceSequence(low, high, level, population);
    }

    /**
     * Takes the next observation.
     *
     * @throws IllegalArgumentException when it is out of bounds: clip it, and say so, or state wider bounds
     * @throws IllegalStateException when the whole population was read already
     */
    public ConfidenceSequence add(double observation) {
        if (!(observation >= low && observation <= high)) {
            throw new IllegalArgumentException("observation " + (observations + 1) + " is " + observation
                    + ": it must lie in [" + low + ", " + high + "]");
        }
        if (observations == population) {
            throw new IllegalStateException("all " + observations + " of the population were read");
        }
        bet((observation - low) / (high - low));
        narrow();
        return this;
    }

    private void bet(double x) {
        double before = observations;
        double left = population - before;
        double i = ++observations;
        double logTwoOverAlpha = Math.log(2 / (1 - level));
        double variance = (0.25 + squares) / i;
        double lambda = Math.min(LARGEST_BET, Math.sqrt(2 * logTwoOverAlpha / (variance * i * Math.log1p(i))));
        double off = x - (0.5 + sum) / i;
        bets += lambda * (1 + before / left);
        betOutcomes += lambda * (x + sum / left);
        betCosts += (-Math.log1p(-lambda) - lambda) * off * off;
        sum += x;
        double after = x - (0.5 + sum) / (i + 1);
        squares += after * after;
    }

    private void narrow() {
        if (observations == population) {
            from = sum / population;
            to = from;
            return;
        }
        double middle = betOutcomes / bets;
        double half = (Math.log(2 / (1 - level)) + betCosts) / bets;
        double nextFrom = Math.max(from, Math.max(middle - half, sum / population));
        double nextTo = Math.min(to, Math.min(middle + half, (sum / population) + (1 - observations / population)));
        // Intervals that contradict each other, which happens with probability below alpha, cannot be intersected.
        if (nextFrom <= nextTo) {
            from = nextFrom;
            to = nextTo;
        }
    }

    public long observations() {
        return observations;
    }

    /** The whole of [low, high] before the first observation. */
    public Interval interval() {
        return new Interval(scaled(from), scaled(to), level);
    }

    /** The mean so far with its interval, in which it need not lie. */
    public Measured<Estimate> mean() {
        return observations == 0
                ? Measured.unmeasurable("nothing was observed yet: there is no mean")
                : Measured.known(new Estimate(scaled(sum / observations), interval()));
    }

    private double scaled(double share) {
        return Math.min(high, low + share * (high - low));
    }
}
