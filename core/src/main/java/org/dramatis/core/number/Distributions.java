package org.dramatis.core.number;

import java.util.function.DoubleUnaryOperator;

/** The distribution functions that intervals need: the normal and Student's t, with their quantiles. */
public final class Distributions {
    private static final double LOG_SQRT_TWO_PI = 0.5 * Math.log(2 * Math.PI);

    /** Beyond this the series loses digits to cancellation while the continued fraction converges at once. */
    private static final double NORMAL_TAIL = 3;

    private Distributions() {}

    /** {@code P(Z <= x)} for a standard normal Z. */
    public static double normalCdf(double x) {
        if (x < -NORMAL_TAIL) {
            return normalTail(-x);
        }
        if (x > NORMAL_TAIL) {
            return 1 - normalTail(x);
        }
        // Phi(x) = 1/2 + phi(x) (x + x^3/3 + x^5/(3*5) + ...), Marsaglia (2004), J. Stat. Software 11(4).
        double sum = x;
        double term = x;
        for (int i = 3; Math.abs(term) > 1e-18; i += 2) {
            term *= x * x / i;
            sum += term;
        }
        return 0.5 + sum * normalDensity(x);
    }

    /** {@code P(Z > x)} for large x, by the continued fraction of Mills' ratio. */
    private static double normalTail(double x) {
        double fraction = x;
        for (int i = 80; i >= 1; i--) {
            fraction = x + i / fraction;
        }
        return normalDensity(x) / fraction;
    }

    private static double normalDensity(double x) {
        return Math.exp(-0.5 * x * x - LOG_SQRT_TWO_PI);
    }

    /** The x with {@code P(Z <= x) = p}. */
    public static double normalQuantile(double p) {
        return quantile(p, Distributions::normalCdf);
    }

    /** {@code P(T <= t)} for Student's t: {@code I_x(degrees/2, 1/2) / 2} at {@code x = degrees/(degrees + t^2)}. */
    public static double studentCdf(double t, double degrees) {
        if (!(degrees > 0)) {
            throw new IllegalArgumentException("degrees of freedom are " + degrees + ": they must be positive");
        }
        double tail = 0.5 * incompleteBeta(degrees / (degrees + t * t), degrees / 2, 0.5);
        return t > 0 ? 1 - tail : tail;
    }

    /** The t with {@code P(T <= t) = p}. */
    public static double studentQuantile(double p, double degrees) {
        return quantile(p, t -> studentCdf(t, degrees));
    }

    /** Inverts a symmetric distribution function in its lower half, where probabilities keep their digits. */
    private static double quantile(double p, DoubleUnaryOperator cdf) {
        if (!(p > 0 && p < 1)) {
            throw new IllegalArgumentException("p is " + p + ": a quantile needs a probability between 0 and 1");
        }
        if (p > 0.5) {
            return -quantile(1 - p, cdf);
        }
        double low = -1;
        while (cdf.applyAsDouble(low) > p) {
            low *= 2;
        }
        double high = 0;
        while (high - low > 1e-14 * Math.max(1, -low)) {
            double middle = 0.5 * (low + high);
            if (cdf.applyAsDouble(middle) > p) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return 0.5 * (low + high);
    }

    /** The regularised incomplete beta function {@code I_x(a, b)}. */
    private static double incompleteBeta(double x, double a, double b) {
        if (x <= 0 || x >= 1) {
            return x <= 0 ? 0 : 1;
        }
        double front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) + logGamma(a + b) - logGamma(a) - logGamma(b));
        // The fraction converges fast on one side of the mean only; the other side follows by symmetry.
        return x < (a + 1) / (a + b + 2)
                ? front * betaFraction(x, a, b) / a
                : 1 - front * betaFraction(1 - x, b, a) / b;
    }

    /** The continued fraction of the incomplete beta function (DLMF 8.17.22), by the modified Lentz method. */
    private static double betaFraction(double x, double a, double b) {
        double tiny = 1e-300;
        double c = 1;
        double d = 1 / nonZero(1 - (a + b) * x / (a + 1), tiny);
        double fraction = d;
        for (int m = 1; m <= 10_000; m++) {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / nonZero(1 + even * d, tiny);
            c = nonZero(1 + even / c, tiny);
            fraction *= c * d;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / nonZero(1 + odd * d, tiny);
            c = nonZero(1 + odd / c, tiny);
            fraction *= c * d;
            if (Math.abs(c * d - 1) < 1e-15) {
                break;
            }
        }
        return fraction;
    }

    private static double nonZero(double value, double tiny) {
        return Math.abs(value) < tiny ? tiny : value;
    }

    /** {@code log Gamma(x)} for x > 0: the argument is raised until Stirling's series (DLMF 5.11.1) is exact. */
    private static double logGamma(double x) {
        double shift = 0;
        double y = x;
        for (; y < 15; y++) {
            shift += Math.log(y);
        }
        double square = y * y;
        double series = 1 / 12.0 - (1 / 360.0 - (1 / 1260.0 - 1 / (1680.0 * square)) / square) / square;
        return (y - 0.5) * Math.log(y) - y + LOG_SQRT_TWO_PI + series / y - shift;
    }
}
