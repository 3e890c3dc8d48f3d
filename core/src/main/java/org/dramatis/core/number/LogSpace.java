package org.dramatis.core.number;

/** Sums of exponentials that neither overflow nor underflow. Natural logarithms throughout. */
public final class LogSpace {
    private LogSpace() {}

    /** {@code log sum_i exp(logs_i)}; minus infinity when every entry is, or when there is none. */
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

    private static double max(double[] values) {
        double max = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            max = Math.max(max, value);
        }
        return max;
    }
}
