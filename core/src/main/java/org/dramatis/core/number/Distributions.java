package org.dramatis.core.number;

import java.util.function.DoubleUnaryOperator;

/** The distribution functions that intervals need: the normal and Student's t, with their quantiles. */
public final class Distributions {
    private static final double LOG_SQRT_TWO_PI = 0.5 * Math.log(2 * Math.PI);

    /** Beyond this the series loses digits to cancellation while the continued fraction converges at once. */
    private static final double NORMAL_TAIL = 3;

    private static final double LOG_SQRT_PI = 0.5 * Math.log(Math.PI);

    /** Beyond this Hill's series is exact, while the continued fraction begins to lose digits. */
    private static final double MANY_DEGREES = 2_000;

    /** Beyond this Student's t is normal to the last digit. */
    private static final double NORMAL_DEGREES = 1e17;

    private Distributions() {}

    /** {@code P(Z <= x)} for a standard normal Z. */
    public static double normalCdf(double x) {
        requireNumber("x", x);
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
        requireNumber("t", t);
        if (degrees > MANY_DEGREES) {
            return normalCdf(Math.copySign(sameTailDeviate(t, degrees), t));
        }
        double tail = 0.5 * betaWithHalf(t * t / degrees, degrees / 2);
        return t > 0 ? 1 - tail : tail;
    }

    /**
     * The z that a standard normal exceeds as often as Student's t does |t|, to 1e-12 for many degrees. (Hill 1970,
     * Algorithm 395, Communications of the ACM 13; y and a in the symbols there.)
     */
    private static double sameTailDeviate(double t, double degrees) {
        if (degrees > NORMAL_DEGREES) {
            return Math.abs(t);
        }
        double a = degrees - 0.5;
        double b = 48 * a * a;
        double y = Math.min(a * Math.log1p(t * t / degrees), 1e4); // beyond it both tails are 0
        double correction = ((((-0.4 * y - 3.3) * y - 24) * y - 85.5) / (0.8 * y * y + 100 + b) + y + 3) / b + 1;
        return Math.sqrt(y) * correction;
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

    /** How many standard errors an interval of this level reaches either way when the error is normal. */
    public static double normalReach(double level) {
        return -normalQuantile(tail(level));
    }

    /** How many standard errors an interval of this level reaches either way when they were estimated. */
    public static double studentReach(double level, double degrees) {
        return -studentQuantile(tail(level), degrees);
    }

    /** {@code (1 - level) / 2}: near level 1 the tail keeps digits that {@code (1 + level) / 2} has lost. */
    private static double tail(double level) {
        return (1 - Interval.requireLevel(level)) / 2;
    }

    private static void requireNumber(String what, double value) {
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException(what + " is NaN: a distribution function needs a number");
        }
    }

    /** The regularised incomplete beta function {@code I_x(a, 1/2)} at {@code x = 1 / (1 + odds)}, so that 1 - x is exact. */
    private static double betaWithHalf(double odds, double a) {
        double x = 1 / (1 + odds);
        double y = odds / (1 + odds);
        if (odds == 0 || x == 0) {
            return odds == 0 ? 1 : 0;
        }
        double front = Math.exp(-a * Math.log1p(odds) + 0.5 * Math.log(y) + logGammaStep(a) - LOG_SQRT_PI);
        // The fraction converges fast on one side of the mean only; the other side follows by symmetry.
        return x < (a + 1) / (a + 2.5)
                ? front * betaFraction(x, a, 0.5) / a
                : 1 - front * betaFraction(y, 0.5, a) / 0.5;
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

    /**
     * {@code log Gamma(a + 1/2) - log Gamma(a)}: the argument is raised until the series in 1/a (DLMF 5.11.8) is exact. The
     * difference of two log gammas would lose the digits that a large argument spends on their size.
     */
    private static double logGammaStep(double a) {
        double shift = 0;
        double y = a;
        for (; y < 20; y++) {
            shift += Math.log1p(0.5 / y);
        }
        double square = y * y;
        double series = 1 / 8.0 - (1 / 192.0 - (1 / 640.0 - 17 / (14336.0 * square)) / square) / square;
        return 0.5 * Math.log(y) - series / y - shift;
    }
}
