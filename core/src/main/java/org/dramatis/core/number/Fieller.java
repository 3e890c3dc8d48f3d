package org.dramatis.core.number;

import java.util.Optional;

/**
 * Fieller's interval for the ratio of two means that were measured together.
 *
 * <p>It holds the ratios rho for which {@code numerator - rho * denominator} does not differ from 0:
 *
 * <pre>{@code
 * (n - rho d)^2 <= t^2 (V_n - 2 rho C + rho^2 V_d)        t the Student quantile of the level
 * }</pre>
 *
 * Where n and d are jointly normal with estimated variances this is exact, which the delta method is not. When d itself
 * does not differ from 0 every ratio is possible, and no interval is returned. (Fieller 1954, J. R. Stat. Soc. B 16.)
 */
public final class Fieller {
    /** How far rounding may carry a covariance beyond what its variances allow. */
    private static final double ROUNDING = 1 + 1e-9;

    private Fieller() {}

    /**
     * Interval for numerator/denominator, or empty when the denominator's sign is not settled at this level.
     *
     * @param varianceOfNumerator of the mean, not of one observation; likewise the other two
     * @param degrees the degrees of freedom the variances were estimated with: independent units less 1
     */
    public static Optional<Interval> interval(
            double numerator,
            double denominator,
            double varianceOfNumerator,
            double varianceOfDenominator,
            double covariance,
            double degrees,
            double level) {
        requireFinite("numerator", numerator);
        requireFinite("denominator", denominator);
        requireVariances(varianceOfNumerator, varianceOfDenominator, covariance);
        if (!(degrees > 0 && Double.isFinite(degrees))) {
            throw new IllegalArgumentException("degrees of freedom are " + degrees + ": they must be positive");
        }
        double t = Distributions.studentQuantile(0.5 + 0.5 * Interval.requireLevel(level), degrees);
        if (!(Math.abs(denominator) > t * Math.sqrt(varianceOfDenominator))) {
            return Optional.empty();
        }
        // In units of the denominator the quadratic is a rho^2 - 2 b rho + ... = 0 with a in (0, 1]: nothing overflows.
        double ratio = numerator / denominator;
        double n = varianceOfNumerator / denominator / denominator;
        double d = varianceOfDenominator / denominator / denominator;
        double c = covariance / denominator / denominator;
        double a = 1 - t * t * d;
        double b = ratio - t * t * c;
        double discriminant = n - 2 * ratio * c + ratio * ratio * d - t * t * (n * d - c * c);
        double half = t * Math.sqrt(Math.max(0, discriminant));
        return a > 0 ? Optional.of(new Interval((b - half) / a, (b + half) / a, level)) : Optional.empty();
    }

    private static void requireVariances(double ofNumerator, double ofDenominator, double covariance) {
        requireVariance("numerator", ofNumerator);
        requireVariance("denominator", ofDenominator);
        double most = Math.sqrt(ofNumerator) * Math.sqrt(ofDenominator);
        if (!(Math.abs(covariance) <= most * ROUNDING)) {
            throw new IllegalArgumentException("the covariance is " + covariance + ": variances of " + ofNumerator
                    + " and " + ofDenominator + " allow at most " + most + " either way");
        }
    }

    private static void requireVariance(String what, double variance) {
        if (!(variance >= 0 && Double.isFinite(variance))) {
            throw new IllegalArgumentException(
                    "the variance of the " + what + " is " + variance + ": it must be finite and not negative");
        }
    }

    private static void requireFinite(String what, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("the " + what + " is " + value + ": it must be finite");
        }
    }
}
