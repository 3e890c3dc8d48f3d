package org.dramatis.core.evidence;

import org.dramatis.core.number.Weights;

/**
 * The second derivative of the log-likelihood in the weights, without its sign:
 * {@code H_jk = sum_n a_n p_nj p_nk / (sum_i w_i p_ni)^2} for some personas j and k.
 */
final class CurvatureKernel {
    private final EvidenceMatrix matrix;
    private final RowCounts counts;
    private final double[] weights;
    private final int[] selected;
    private final double[] mixture;
    private final double[] scaled;
    private final double[] sum;

    CurvatureKernel(EvidenceMatrix matrix, Weights weights, RowCounts counts, int[] selected) {
        this.matrix = matrix;
        this.counts = counts;
        this.weights = weights.toArray();
        this.selected = selected;
        this.mixture = new double[matrix.blockRows()];
        this.scaled = new double[selected.length * matrix.blockRows()];
        this.sum = new double[selected.length * selected.length];
    }

    /** Row by row of the symmetric matrix. Rows so unlikely that their ratios overflow are left out. */
    double[] sum(Rows rows) {
        new Panels(matrix).forEach(rows, this::add);
        int personas = selected.length;
        for (int j = 0; j < personas; j++) {
            for (int k = 0; k < j; k++) {
                sum[k * personas + j] = sum[j * personas + k];
            }
        }
        return sum;
    }

    private void add(double[] cells, double[] best, int place, int stride, Rows rows, int from, int length) {
        Columns.mix(weights, cells, place, stride, length, mixture);
        for (int i = 0; i < length; i++) {
            double root = Math.sqrt(counts.at(rows.at(from + i)));
            mixture[i] = mixture[i] < ResponsibilityKernel.SAFE_MIXTURE ? 0 : root / mixture[i];
        }
        int personas = selected.length;
        for (int j = 0; j < personas; j++) {
            for (int i = 0; i < length; i++) {
                scaled[j * length + i] = cells[selected[j] * stride + place + i] * mixture[i];
            }
            for (int k = 0; k <= j; k++) {
                sum[j * personas + k] += Columns.dot(scaled, j * length, scaled, k * length, length);
            }
        }
    }
}
