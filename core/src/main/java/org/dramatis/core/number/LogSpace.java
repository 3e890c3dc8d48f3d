package org.dramatis.core.number;

/** Sums of exponentials that neither overflow nor underflow. Natural logarithms throughout. */
public final class LogSpace {
    private LogSpace() {}

    /**
     * {@code log sum_i exp(logs_i)}; minus infinity when every entry is, or when there is none.
     *
     * @throws IllegalArgumentException when an entry is NaN or plus infinity
     */
    public static double logSumExp(double... logs) {
        double max = max(logs);
        if (max == Double.NEGATIVE_INFINITY) {
            return max;
        }
        double sum = 0;
        for (double log : logs) {
            sum += Math.exp(log - max);
        }
        return max + Math.log(sum);
    }

    /** {@code log((1/n) sum_i exp(logs_i))}: an average in probability. */
    public static double logMeanExp(double... logs) {
        if (logs.length == 0) {
            throw new IllegalArgumentException("the mean of no numbers is undefined: pass at least one");
        }
        return logSumExp(logs) - Math.log(logs.length);
    }

    /**
     * Replaces logits by the weights {@code exp(logits_i) / sum_j exp(logits_j)} and returns the log of that sum.
     *
     * @throws IllegalArgumentException when no logit is finite, since then no weight is defined
     */
    public static double softmaxInPlace(double[] logits) {
        double max = max(logits);
        if (max == Double.NEGATIVE_INFINITY) {
            throw new IllegalArgumentException(
                    "no weights follow from " + logits.length + " logits that are all minus infinity");
        }
        double sum = 0;
        for (int i = 0; i < logits.length; i++) {
            logits[i] = Math.exp(logits[i] - max);
            sum += logits[i];
        }
        for (int i = 0; i < logits.length; i++) {
            logits[i] /= sum;
        }
        return max + Math.log(sum);
    }

    /** {@code log(1 / (1 + exp(-x)))}, exact in both tails. */
    public static double logSigmoid(double x) {
        return x >= 0 ? -Math.log1p(Math.exp(-x)) : x - Math.log1p(Math.exp(x));
    }

    /** {@code 1 / (1 + exp(-x))}, exact in both tails. */
    public static double sigmoid(double x) {
        return Math.exp(logSigmoid(x));
    }

    private static double max(double[] logs) {
        double max = Double.NEGATIVE_INFINITY;
        for (double log : logs) {
            max = Math.max(max, log);
        }
        return requireLog("a logarithm", max);
    }

    /** Checks that a number is a logarithm of a probability or density, and returns it. */
    static double requireLog(String what, double log) {
        if (Double.isNaN(log) || log == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException(
                    what + " is " + log + ": it must be finite, or -Infinity for probability 0");
        }
        return log;
    }
}
