package org.dramatis.core.compare;

import java.util.Optional;
import org.dramatis.core.number.Distributions;
import org.dramatis.core.number.Estimate;
import org.dramatis.core.number.Fieller;
import org.dramatis.core.number.Interval;

/**
 * The mean of n over the mean of d, both measured on every one of a number of independent clusters.
 *
 * <p>Variances and covariance are of the means over clusters, so replies within a cluster may depend on each other as
 * they like. (Welford's recurrence: no squares of large sums are subtracted.)
 */
final class RatioOfMeans {
    private int clusters;
    private double meanN;
    private double meanD;
    private double squaresN;
    private double squaresD;
    private double products;

    void add(double n, double d) {
        clusters++;
        double offN = n - meanN;
        double offD = d - meanD;
        meanN += offN / clusters;
        meanD += offD / clusters;
        squaresN += offN * (n - meanN);
        squaresD += offD * (d - meanD);
        products += offN * (d - meanD);
    }

    double meanNumerator() {
        return meanN;
    }

    double meanDenominator() {
        return meanD;
    }

    private double ofMean(double squares) {
        return squares / (clusters - 1) / clusters;
    }

    Optional<Interval> fieller(double level) {
        return Fieller.interval(
                meanN, meanD, ofMean(squaresN), ofMean(squaresD), ofMean(products), clusters - 1, level);
    }

    /** The ratio r with the interval of the linearised mean of {@code (n - r d) / mean d}: for a d far from 0. */
    Estimate linearised(double level) {
        double ratio = meanN / meanD;
        double squares = Math.max(0, squaresN - 2 * ratio * products + ratio * ratio * squaresD);
        double t = Distributions.studentReach(level, clusters - 1);
        double half = t * Math.sqrt(ofMean(squares)) / Math.abs(meanD);
        return new Estimate(ratio, new Interval(ratio - half, ratio + half, level));
    }
}
