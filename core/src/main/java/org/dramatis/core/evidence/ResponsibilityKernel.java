package org.dramatis.core.evidence;

import org.dramatis.core.number.LogSpace;
import org.dramatis.core.number.Weights;

/** The hot loop: the responsibilities of many rows, summed in one pass over the evidence. */
final class ResponsibilityKernel {
    /** Under this, a sum of weighted likelihood ratios may have lost its largest terms to underflow. */
    static final double SAFE_MIXTURE = 1e-100;

    /** A running product of mixtures is logged before it can leave the range of a double. */
    private static final double SAFE_PRODUCT = 1e-200;

    private final EvidenceMatrix matrix;
    private final Weights weights;
    private final RowCounts counts;
    private final double[] linear;
    private final double[] gradient;
    private final double[] far;
    private double[] scales = new double[0];
    private double logLikelihood;
    private double product = 1;
    private double total;

    ResponsibilityKernel(EvidenceMatrix matrix, Weights weights, RowCounts counts) {
        this.matrix = matrix;
        this.weights = weights;
        this.counts = counts;
        this.linear = weights.toArray();
        this.gradient = new double[weights.size()];
        this.far = new double[weights.size()];
    }

    ResponsibilitySum sum(Rows rows) {
        scales = new double[Math.min(rows.size(), matrix.blockRows())];
        new Panels(matrix).forEach(rows, this::add);
        return new ResponsibilitySum(weights, gradient, far, logLikelihood + Math.log(product), total);
    }

    private void add(double[] cells, double[] best, int place, int stride, Rows rows, int from, int length) {
        Columns.mix(linear, cells, place, stride, length, scales);
        for (int i = 0; i < length; i++) {
            scales[i] = scale(rows, from + i, best[place + i], scales[i]);
        }
        int k = 0;
        for (; k + 3 < gradient.length; k += 4) {
            Columns.addFourDots(cells, k * stride + place, stride, scales, length, gradient, k);
        }
        for (; k < gradient.length; k++) {
            gradient[k] += Columns.dot(cells, k * stride + place, scales, 0, length);
        }
    }

    /** Counts a row and returns what its ratios are to be multiplied by: count / mixture, or 0 once it is added. */
    private double scale(Rows rows, int at, double best, double mixture) {
        double count = counts == RowCounts.ONCE ? 1 : counts.at(rows.at(at));
        if (count == 0) {
            return 0;
        }
        total += count;
        logLikelihood += count * best;
        if (mixture < SAFE_MIXTURE) {
            logLikelihood += count * addInLogSpace(rows.at(at), count);
            return 0;
        }
        if (count != 1) {
            logLikelihood += count * Math.log(mixture);
            return count / mixture;
        }
        // One logarithm for many rows: a logarithm costs as much as half a row.
        product *= mixture;
        if (product < SAFE_PRODUCT) {
            logLikelihood += Math.log(product);
            product = 1;
        }
        return 1 / mixture;
    }

    /** The same row without ever leaving log space; returns the log mixture less the row's best. */
    private double addInLogSpace(int row, double count) {
        EvidenceBlock block = matrix.block(row);
        double[] joint = new double[linear.length];
        for (int k = 0; k < joint.length; k++) {
            joint[k] = weights.log(k) + block.relative(row % matrix.blockRows(), k);
        }
        double logMixture = LogSpace.logSumExp(joint);
        if (logMixture == Double.NEGATIVE_INFINITY) {
            throw new IllegalArgumentException("row " + row + " is impossible under every persona of positive weight");
        }
        for (int k = 0; k < joint.length; k++) {
            far[k] += count * Math.exp(joint[k] - logMixture);
            if (linear[k] == 0) { // its slope is not its responsibility over its weight
                gradient[k] += count * Math.exp(block.relative(row % matrix.blockRows(), k) - logMixture);
            }
        }
        return logMixture;
    }
}
