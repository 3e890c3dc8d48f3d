package org.dramatis.core.number;

/**
 * Wilson's interval of a share: the probabilities p from which it does not differ, {@code (share - p)^2 <= z^2 p (1 - p) /
 * n}. It stays inside [0, 1] and has a width even at 0 of n, where the interval from the estimated variance has none.
 * (Wilson 1927, J. Am. Stat. Assoc. 22.)
 */
public final class Wilson {
    private final double level;
    private final double z;

    /** For any number of shares: z is found here, once. */
    public Wilson(double level) {
        this.level = level;
        this.z = Distributions.normalReach(level);
    }

    /** The share with its interval. */
    public Estimate of(Proportion proportion) {
        double share = proportion.share();
        double perTrial = z * z / proportion.trials();
        double middle = (share + perTrial / 2) / (1 + perTrial);
        double half = Math.sqrt(perTrial * (share * (1 - share) + perTrial / 4)) / (1 + perTrial);
        // The ends are exactly 0 and 1 there; rounding must not put the share outside its own interval.
        double low = proportion.successes() == 0 ? 0 : Math.min(share, middle - half);
        double high = proportion.successes() == proportion.trials() ? 1 : Math.max(share, middle + half);
        return new Estimate(share, new Interval(low, high, level));
    }
}
