package org.dramatis.core.evidence;

import java.util.Arrays;

/**
 * Some rows of an evidence matrix, column by column.
 *
 * <p>What the mathematics does with evidence, millions of times, is to weigh likelihoods within a row. So a sealed cell
 * does not hold {@code l_k} but {@code exp(l_k - m)}, with m the largest of its row: no exponential is left in the
 * loops. A cell so far below m that this would vanish holds the negative number {@code l_k - m} itself.
 */
final class EvidenceBlock {
    /** exp(-690) is the last comfortable double; below it the logarithm is kept. */
    private static final double FAR = -690;

    private final int personas;
    private final int rows;
    private final double[] cells;
    private final double[] best;
    private boolean far;

    EvidenceBlock(int personas, int rows) {
        this(personas, rows, new double[Math.multiplyExact(personas, rows)], new double[rows]);
    }

    private EvidenceBlock(int personas, int rows, double[] cells, double[] best) {
        this.personas = personas;
        this.rows = rows;
        this.cells = cells;
        this.best = best;
    }

    /** Takes a row. Until the block is sealed its cells lie row by row, so that this is one copy. */
    void set(int row, double[] logLikelihoods) {
        System.arraycopy(logLikelihoods, 0, cells, row * personas, personas);
    }

    /** The first rows of an unsealed block, in a block of their own. */
    EvidenceBlock first(int count) {
        return new EvidenceBlock(personas, count, Arrays.copyOf(cells, count * personas), new double[count]);
    }

    /** Replaces log-likelihoods, row by row, by likelihood ratios, column by column. The scratch holds a block. */
    void seal(double[] scratch) {
        System.arraycopy(cells, 0, scratch, 0, cells.length);
        for (int i = 0; i < rows; i++) {
            double max = Double.NEGATIVE_INFINITY;
            for (int k = 0; k < personas; k++) {
                max = Math.max(max, scratch[i * personas + k]);
            }
            best[i] = max;
        }
        for (int k = 0; k < personas; k++) {
            for (int i = 0; i < rows; i++) {
                double relative = scratch[i * personas + k] - best[i];
                far |= relative <= FAR;
                cells[k * rows + i] = relative > FAR ? Math.exp(relative) : relative;
            }
        }
    }

    int rows() {
        return rows;
    }

    /** For every row its largest log-likelihood m. For reading only. */
    double[] best() {
        return best;
    }

    /** {@code l_k - m}. */
    double relative(int row, int persona) {
        double cell = cells[persona * rows + row];
        return cell > 0 ? Math.log(cell) : cell;
    }

    double logLikelihood(int row, int persona) {
        return best[row] + relative(row, persona);
    }

    /** Whether every cell is a likelihood ratio, so that {@link #cells} can be used as they are. */
    boolean isPlain() {
        return !far;
    }

    /** The sealed cells: persona k of row i stands at {@code k * rows + i}. For reading only. */
    double[] cells() {
        return cells;
    }

    /** {@code exp(l_k - m)}, zero where it vanishes. */
    double ratio(int row, int persona) {
        return Math.max(cells[persona * rows + row], 0);
    }
}
