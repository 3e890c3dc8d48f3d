package org.dramatis.core.number;

import java.util.Arrays;

/**
 * An immutable vector of natural logarithms, in cast order: the evidence of one episode for every persona, say.
 *
 * <p>An entry is a finite number or minus infinity (probability zero). NaN and plus infinity are refused where they
 * would enter, so no later sum has to ask.
 *
 * <pre>{@code
 * LogVector evidence = LogVector.of(-12.5, -9.75);
 * evidence.argMax();   // 1
 * evidence.logSum();   // log(exp(-12.5) + exp(-9.75))
 * }</pre>
 */
public final class LogVector {
    private final double[] logs;

    private LogVector(double[] logs) {
        this.logs = logs;
    }

    /**
     * The vector of these logarithms.
     *
     * @throws IllegalArgumentException when empty, or when an entry is NaN or plus infinity
     */
    public static LogVector of(double... logs) {
        if (logs.length == 0) {
            throw new IllegalArgumentException("a log vector needs at least one entry, got none");
        }
        double[] copy = new double[logs.length];
        for (int k = 0; k < logs.length; k++) {
            requireLog(logs[k], k);
            copy[k] = logs[k] + 0.0; // -0.0 becomes 0.0, so that equal vectors are equal
        }
        return new LogVector(copy);
    }

    private static void requireLog(double log, int k) {
        if (!(log < Double.POSITIVE_INFINITY)) {
            LogSpace.requireLog("entry " + k + " of a log vector", log);
        }
    }

    public int size() {
        return logs.length;
    }

    public double at(int k) {
        return logs[Place.of(k, logs.length)];
    }

    /** {@code log sum_k exp(l_k)}. */
    public double logSum() {
        return LogSpace.logSumExp(logs);
    }

    /** The index of the largest entry, the first of equals. */
    public int argMax() {
        int best = 0;
        for (int k = 1; k < logs.length; k++) {
            if (logs[k] > logs[best]) {
                best = k;
            }
        }
        return best;
    }

    public double max() {
        return logs[argMax()];
    }

    /** Entry by entry {@code l_k + other_k}: probabilities multiplied. */
    public LogVector plus(LogVector other) {
        requireSameSize(other);
        double[] sum = new double[logs.length];
        for (int k = 0; k < sum.length; k++) {
            sum[k] = logs[k] + other.logs[k];
        }
        return of(sum);
    }

    /** {@code tau * l_k}: the probabilities to the power tau. Zero probability stays zero unless {@code tau} is 0. */
    public LogVector tempered(double tau) {
        if (!(tau >= 0) || Double.isInfinite(tau)) {
            throw new IllegalArgumentException("tau is " + tau + ": it must be finite and not negative");
        }
        double[] tempered = new double[logs.length];
        for (int k = 0; k < tempered.length; k++) {
            tempered[k] = tau == 0 ? 0 : tau * logs[k];
        }
        return of(tempered);
    }

    public double[] toArray() {
        return logs.clone();
    }

    void requireSameSize(LogVector other) {
        if (other.logs.length != logs.length) {
            throw new IllegalArgumentException(
                    "vectors of " + logs.length + " and " + other.logs.length + " entries do not belong to one cast");
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LogVector that && Arrays.equals(logs, that.logs);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(logs);
    }

    @Override
    public String toString() {
        return "LogVector" + Arrays.toString(logs);
    }
}
