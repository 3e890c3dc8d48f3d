package org.dramatis.core.number;

import java.util.Arrays;

/**
 * A point w of the simplex, one weight a persona in cast order, kept as z = log w so that weights far below the
 * smallest double still differ.
 *
 * <pre>{@code
 * Weights prior = Weights.of(0.9, 0.1);
 * Weights posterior = prior.after(LogVector.of(-12.5, -9.75));   // Bayes: w_k exp(l_k) / sum_j w_j exp(l_j)
 * }</pre>
 */
public final class Weights {
    /** Decimal weights written by a person rarely sum to 1 in binary; beyond this they are a mistake. */
    private static final double SUM_TOLERANCE = 1e-6;

    private final LogVector logs;

    private Weights(LogVector logs) {
        this.logs = logs;
    }

    /**
     * Weights as a person writes them.
     *
     * @throws IllegalArgumentException when a weight is negative or not finite, or when they do not sum to 1
     */
    public static Weights of(double... weights) {
        double sum = 0;
        double[] logs = new double[weights.length];
        for (int k = 0; k < weights.length; k++) {
            if (!(weights[k] >= 0) || Double.isInfinite(weights[k])) {
                throw new IllegalArgumentException("weight " + k + " is " + weights[k] + ": it must lie in [0, 1]");
            }
            sum += weights[k];
            logs[k] = Math.log(weights[k]);
        }
        if (weights.length > 0 && !(Math.abs(sum - 1) <= SUM_TOLERANCE)) {
            throw new IllegalArgumentException("the weights sum to " + sum + ": they must sum to 1");
        }
        return softmax(LogVector.of(logs));
    }

    public static Weights uniform(int size) {
        if (size < 1) {
            throw new IllegalArgumentException("uniform weights of " + size + " personas: there must be at least one");
        }
        return softmax(LogVector.of(new double[size]));
    }

    /** The weights proportional to {@code exp(logits)}. */
    public static Weights softmax(LogVector logits) {
        double logSum = logits.logSum();
        if (logSum == Double.NEGATIVE_INFINITY) {
            throw new IllegalArgumentException(
                    "no weights follow from " + logits.size() + " logits that are all minus infinity");
        }
        double[] normalised = logits.toArray();
        for (int k = 0; k < normalised.length; k++) {
            normalised[k] -= logSum;
        }
        return new Weights(LogVector.of(normalised));
    }

    public int size() {
        return logs.size();
    }

    public double at(int k) {
        return Math.exp(logs.at(k));
    }

    public double log(int k) {
        return logs.at(k);
    }

    public LogVector logs() {
        return logs;
    }

    /** {@code log w_k - log(1 - w_k)}, without forming the difference from 1. */
    public double logOdds(int k) {
        double[] others = logs.toArray();
        others[Place.of(k, others.length)] = Double.NEGATIVE_INFINITY;
        return logs.at(k) - LogSpace.logSumExp(others);
    }

    /** The evidence of the mixture, {@code log sum_k w_k exp(l_k)}. */
    public double logMixture(LogVector evidence) {
        return logs.plus(evidence).logSum();
    }

    /**
     * The responsibilities {@code w_k exp(l_k) / sum_j w_j exp(l_j)}: Bayes' rule.
     *
     * @throws IllegalArgumentException when the evidence is impossible under every persona of positive weight
     */
    public Weights after(LogVector evidence) {
        LogVector joint = logs.plus(evidence);
        if (joint.max() == Double.NEGATIVE_INFINITY) {
            throw new IllegalArgumentException(
                    "the evidence has probability 0 under every persona of positive weight: no posterior follows");
        }
        return softmax(joint);
    }

    /** Shannon entropy in nats. */
    public double entropy() {
        double entropy = 0;
        for (int k = 0; k < size(); k++) {
            if (at(k) > 0) {
                entropy -= at(k) * log(k);
            }
        }
        return entropy;
    }

    public double[] toArray() {
        double[] weights = new double[size()];
        Arrays.setAll(weights, this::at);
        return weights;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Weights that && logs.equals(that.logs);
    }

    @Override
    public int hashCode() {
        return logs.hashCode();
    }

    @Override
    public String toString() {
        return "Weights" + Arrays.toString(toArray());
    }
}
