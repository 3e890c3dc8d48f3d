package org.dramatis.core.evidence;

import org.dramatis.core.number.Weights;

/**
 * What a set of rows says about weights w: {@code sum_n a_n r_nk} with the responsibilities
 * {@code r_nk = w_k exp(l_nk) / sum_j w_j exp(l_nj)}, and the log-likelihood {@code sum_n a_n log sum_k w_k exp(l_nk)}.
 */
public final class ResponsibilitySum {
    private final Weights weights;
    private final double[] gradient;
    private final double[] far;
    private final double logLikelihood;
    private final double rows;

    /** Takes the arrays over: {@code gradient} without the rows in {@code far}, whose responsibilities are already whole. */
    ResponsibilitySum(Weights weights, double[] gradient, double[] far, double logLikelihood, double rows) {
        this.weights = weights;
        this.gradient = gradient;
        this.far = far;
        this.logLikelihood = logLikelihood;
        this.rows = rows;
    }

    /** {@code sum_n a_n r_nk}. */
    public double responsibility(int k) {
        return (weights.at(k) == 0 ? 0 : weights.at(k) * gradient[k]) + far[k];
    }

    public double logLikelihood() {
        return logLikelihood;
    }

    /**
     * {@code max_k (1/N) sum_n a_n exp(l_nk) / sum_j w_j exp(l_nj) - 1}: by concavity, no weights whatever have a mean
     * log-likelihood that is better by more than this many nats. 0 at the best weights.
     */
    public double optimalityGap() {
        double steepest = 0;
        for (int k = 0; k < gradient.length; k++) {
            steepest = Math.max(steepest, slope(k));
        }
        return Math.max(steepest - 1, 0);
    }

    /** {@code (1/N) sum_n a_n exp(l_nk) / sum_j w_j exp(l_nj)}: the slope of the mean log-likelihood in weight k. */
    public double slope(int k) {
        if (!(rows > 0)) {
            throw new IllegalStateException("rows that count " + rows + " in all have no mean, and it no slope");
        }
        return (weights.at(k) > 0 ? responsibility(k) / weights.at(k) : gradient[k]) / rows;
    }

    public int size() {
        return gradient.length;
    }

    /** {@code sum_n a_n}. */
    public double rows() {
        return rows;
    }

    /** This sum with {@code pseudo[k]} rows more that only persona k explains, and explains wholly. */
    public ResponsibilitySum withPseudoRows(double[] pseudo) {
        double[] whole = far.clone();
        double logLikelihoodSum = logLikelihood;
        double rowSum = rows;
        for (int k = 0; k < whole.length; k++) {
            if (pseudo[k] > 0) {
                whole[k] += pseudo[k];
                logLikelihoodSum += pseudo[k] * weights.log(k);
                rowSum += pseudo[k];
            }
        }
        return new ResponsibilitySum(weights, gradient, whole, logLikelihoodSum, rowSum);
    }

    ResponsibilitySum plus(ResponsibilitySum other) {
        double[] gradientSum = gradient.clone();
        double[] farSum = far.clone();
        for (int k = 0; k < gradientSum.length; k++) {
            gradientSum[k] += other.gradient[k];
            farSum[k] += other.far[k];
        }
        return new ResponsibilitySum(
                weights, gradientSum, farSum, logLikelihood + other.logLikelihood, rows + other.rows);
    }
}
