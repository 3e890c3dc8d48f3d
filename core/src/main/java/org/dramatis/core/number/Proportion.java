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

    /** The share with Wilson's interval; for many shares make one {@link Wilson}. */
    public Estimate wilson(double level) {
        return new Wilson(level).of(this);
    }
}
