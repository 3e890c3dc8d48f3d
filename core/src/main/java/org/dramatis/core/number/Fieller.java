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
 * The ratio itself is always among them. Where n and d are jointly normal with estimated variances this is exact, which
 * the delta method is not. When d itself does not differ from 0 every ratio is possible, and no interval is returned.
 * (Fieller 1954, J. R. Stat. Soc. B 16.)
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
     * @throws IllegalArgumentException when an argument is none that a sample gives, or when the ratio exceeds a double
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
            throw new IllegalArgumentException(
                    "degrees of freedom are " + degrees + ": they must be positive and finite");
        }
        double t = Distributions.studentReach(level, degrees);
        if (!(Math.abs(denominator) > t * Math.sqrt(varianceOfDenominator))) {
            return Optional.empty();
        }
        // Errors in units of the denominator, the quadratic in units of the larger of ratio and error: no square
        // overflows.
        double ratio = requireFinite("ratio", numerator / denominator);
        double n = requireFinite(
                "error of the numerator over the denominator", Math.sqrt(varianceOfNumerator) / Math.abs(denominator));
        double d = Math.sqrt(varianceOfDenominator) / Math.abs(denominator);
        double r =
                n == 0 || d == 0 ? 0 : covariance / Math.sqrt(varianceOfNumerator) / Math.sqrt(varianceOfDenominator);
        double scale = Math.max(Math.abs(ratio), n);
        if (scale == 0) {
            return Optional.of(new Interval(0, 0, level));
        }
        double u = ratio / scale;
        double v = n / scale;
        double a = 1 - t * t * d * d;
        double b = u - t * t * r * v * d;
        double discriminant = v * v - 2 * u * r * v * d + u * u * d * d - t * t * v * v * d * d * (1 - r * r);
        double half = t * Math.sqrt(Math.max(0, discriminant));
        if (!(a > 0)) {
            return Optional.empty();
        }
        // Rounding must not put the ratio outside its own interval.
        double low = Math.min(ratio, scale * ((b - half) / a));
        double high = Math.max(ratio, scale * ((b + half) / a));
        return Optional.of(new Interval(low, high, level));
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

    private static double requireFinite(String what, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("the " + what + " is " + value + ": it must be finite");
        }
        return value;
    }
}
