package org.dramatis.core.number;

import java.util.Arrays;

/** Intervals from Student's t, exact for normal noise whose variance had to be estimated. */
public final class Student {
    private Student() {}

    /** {@code point -+ t sqrt(variance)}, t the {@code (1 + level)/2} quantile of Student's t with these degrees. */
    public static Estimate estimate(double point, double variance, double degrees, double level) {
        if (!(variance >= 0) || Double.isInfinite(variance)) {
            throw new IllegalArgumentException(
                    "the variance of " + point + " is " + variance + ": it must be finite and not negative");
        }
        double reach = Distributions.studentReach(level, degrees) * Math.sqrt(variance);
        return new Estimate(point, new Interval(point - reach, point + reach, level));
    }

    /**
     * The mean of independent values: variance {@code s^2 / n}, n - 1 degrees of freedom.
     *
     * @throws IllegalArgumentException when there are fewer than two values: one tells nothing about its own spread
     */
    public static Estimate mean(double level, double... values) {
        int n = values.length;
        if (n < 2) {
            throw new IllegalArgumentException("an interval of the mean needs at least 2 values, got " + n);
        }
        double mean = Arrays.stream(values).sum() / n;
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return estimate(mean, squares / (n - 1) / n, n - 1, level);
    }
}
