package org.dramatis.core.number;

/**
 * A share that was counted: so many of so many.
 *
 * <pre>{@code
 * new Proportion(9, 10).wilson(0.95);   // 0.9, interval [0.596, 0.982]
 * }</pre>
 */
public record Proportion(long successes, long trials) {
    public Proportion {
        if (trials < 1) {
            throw new IllegalArgumentException("a share of " + trials + " trials is undefined: count at least one");
        }
        if (successes < 0 || successes > trials) {
            throw new IllegalArgumentException(
                    successes + " of " + trials + " is not a share: count between 0 and " + trials);
        }
    }

    public double share() {
        return (double) successes / trials;
    }

    /**
     * The share with Wilson's interval: the probabilities p from which it does not differ,
     * {@code (share - p)^2 <= z^2 p (1 - p) / n}. It stays inside [0, 1] and has a width even at 0 of n, where the
     * interval from the estimated variance has none. (Wilson 1927, J. Am. Stat. Assoc. 22.)
     */
    public Estimate wilson(double level) {
        double z = Distributions.normalQuantile(0.5 + 0.5 * Interval.requireLevel(level));
        double share = share();
        double perTrial = z * z / trials;
        double middle = (share + perTrial / 2) / (1 + perTrial);
        double half = Math.sqrt(perTrial * (share * (1 - share) + perTrial / 4)) / (1 + perTrial);
        // The ends are exactly 0 and 1 there; rounding must not put the share outside its own interval.
        double low = successes == 0 ? 0 : middle - half;
        double high = successes == trials ? 1 : middle + half;
        return new Estimate(share, new Interval(low, high, level));
    }
}
