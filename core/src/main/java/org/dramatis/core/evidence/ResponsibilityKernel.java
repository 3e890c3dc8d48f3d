package org.dramatis.core.evidence;

import java.util.Arrays;
import org.dramatis.core.number.LogSpace;
import org.dramatis.core.number.Weights;

/**
 * The hot loop: the responsibilities of many rows, summed. One pass over the evidence; nothing is allocated in it.
 *
 * <p>Rows are taken in panels, as many as a block holds. A panel of consecutive rows of a block is used where it lies;
 * any other is gathered first.
 */
final class ResponsibilityKernel {
    /** Under this, a sum of weighted likelihood ratios may have lost its largest terms to underflow. */
    private static final double SAFE_MIXTURE = 1e-100;

    /** A running product of mixtures is logged before it can leave the range of a double. */
    private static final double SAFE_PRODUCT = 1e-200;

    private final EvidenceMatrix matrix;
    private final Weights weights;
    private final RowCounts counts;
    private final double[] linear;
    private final double[] gradient;
    private final double[] far;
    private final double[] mixture;
    private double[] gathered = new double[0];
    private double[] gatheredBest = new double[0];
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
        this.mixture = new double[matrix.blockRows()];
    }

    ResponsibilitySum sum(Rows rows) {
        int taken = 0;
        while (taken < rows.size()) {
            int first = rows.at(taken);
            EvidenceBlock block = matrix.block(first);
            int place = first % matrix.blockRows();
            int length = Math.min(rows.size() - taken, matrix.blockRows());
            if (rows.isConsecutive() && block.isPlain()) {
                length = Math.min(length, block.rows() - place);
                addPanel(block.cells(), block.best(), place, block.rows(), rows, taken, length);
            } else {
                gather(rows, taken, length);
                addPanel(gathered, gatheredBest, 0, length, rows, taken, length);
            }
            taken += length;
        }
        return new ResponsibilitySum(weights, gradient, far, logLikelihood + Math.log(product), total);
    }

    private void gather(Rows rows, int from, int length) {
        if (gathered.length == 0) {
            gathered = new double[linear.length * matrix.blockRows()];
            gatheredBest = new double[matrix.blockRows()];
        }
        for (int i = 0; i < length; i++) {
            int row = rows.at(from + i);
            EvidenceBlock block = matrix.block(row);
            int place = row % matrix.blockRows();
            gatheredBest[i] = block.best()[place];
            for (int k = 0; k < linear.length; k++) {
                gathered[k * length + i] = block.ratio(place, k);
            }
        }
    }

    /** Persona k of the panel's row i stands at {@code k * stride + place + i}; it is {@code rows.at(from + i)}. */
    private void addPanel(double[] cells, double[] best, int place, int stride, Rows rows, int from, int length) {
        double[] scales = mixture;
        mix(cells, place, stride, length, scales);
        for (int i = 0; i < length; i++) {
            scales[i] = scale(rows.at(from + i), best[place + i], scales[i]);
        }
        for (int k = 0; k < gradient.length; k++) {
            gradient[k] += dot(cells, k * stride + place, scales, length);
        }
    }

    /** {@code mixture_i = sum_k w_k exp(l_ik - m_i)}, four columns at a time to spare the traffic of the sums. */
    private void mix(double[] cells, int place, int stride, int length, double[] mixture) {
        Arrays.fill(mixture, 0, length, 0);
        int k = 0;
        for (; k + 3 < linear.length; k += 4) {
            addColumns(cells, k * stride + place, stride, length, k, mixture);
        }
        for (; k < linear.length; k++) {
            double w = linear[k];
            int column = k * stride + place;
            for (int i = 0; i < length; i++) {
                mixture[i] += w * cells[column + i];
            }
        }
    }

    private void addColumns(double[] cells, int a, int stride, int length, int k, double[] mixture) {
        double wa = linear[k];
        double wb = linear[k + 1];
        double wc = linear[k + 2];
        double wd = linear[k + 3];
        int b = a + stride;
        int c = b + stride;
        int d = c + stride;
        for (int i = 0; i < length; i++) {
            mixture[i] += (wa * cells[a + i] + wb * cells[b + i]) + (wc * cells[c + i] + wd * cells[d + i]);
        }
    }

    /** Counts a row and returns what its ratios are to be multiplied by: count / mixture, or 0 once it is added. */
    private double scale(int row, double best, double mixed) {
        double count = counts.at(row);
        total += count;
        logLikelihood += count * best;
        if (mixed < SAFE_MIXTURE) {
            logLikelihood += count * addInLogSpace(row, count);
            return 0;
        }
        if (count != 1) {
            logLikelihood += count * Math.log(mixed);
            return count / mixed;
        }
        // One logarithm for many rows: a logarithm costs as much as half a row.
        product *= mixed;
        if (product < SAFE_PRODUCT) {
            logLikelihood += Math.log(product);
            product = 1;
        }
        return 1 / mixed;
    }

    /** The same row without ever leaving log space; returns the log mixture less the row's best. */
    private double addInLogSpace(int row, double count) {
        EvidenceBlock block = matrix.block(row);
        int place = row % matrix.blockRows();
        double[] joint = new double[linear.length];
        for (int k = 0; k < joint.length; k++) {
            joint[k] = weights.log(k) + block.relative(place, k);
        }
        double logMixture = LogSpace.logSumExp(joint);
        if (logMixture == Double.NEGATIVE_INFINITY) {
            throw new IllegalArgumentException("row " + row + " is impossible under every persona of positive weight");
        }
        for (int k = 0; k < joint.length; k++) {
            far[k] += count * Math.exp(joint[k] - logMixture);
        }
        return logMixture;
    }

    /** Eight sums, because additions in one chain would wait for each other. */
    private static double dot(double[] cells, int column, double[] scales, int length) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        double e = 0;
        double f = 0;
        double g = 0;
        double h = 0;
        int i = 0;
        for (; i + 7 < length; i += 8) {
            a += cells[column + i] * scales[i];
            b += cells[column + i + 1] * scales[i + 1];
            c += cells[column + i + 2] * scales[i + 2];
            d += cells[column + i + 3] * scales[i + 3];
            e += cells[column + i + 4] * scales[i + 4];
            f += cells[column + i + 5] * scales[i + 5];
            g += cells[column + i + 6] * scales[i + 6];
            h += cells[column + i + 7] * scales[i + 7];
        }
        for (; i < length; i++) {
            a += cells[column + i] * scales[i];
        }
        return ((a + b) + (c + d)) + ((e + f) + (g + h));
    }
}
