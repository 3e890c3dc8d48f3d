package org.dramatis.core.evidence;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.dramatis.core.number.LogVector;
import org.dramatis.core.number.Weights;

/**
 * The evidence of many episodes: one row an episode, one column a persona, in cast order. Immutable.
 *
 * <p>It takes 8 bytes a cell, in blocks of rows that are never copied, and holds evidence down to -10^6 nats and below
 * without loss (see {@link EvidenceBlock}).
 */
public final class EvidenceMatrix {
    /** Partial sums are formed over a fixed number of shards, so that they are the same on every machine. */
    private static final int MOST_SHARDS = 64;

    /** Fewer, since each shard of a curvature holds a matrix of personas by personas. */
    private static final int MOST_CURVATURE_SHARDS = 8;

    private final int personas;
    private final int rows;
    private final int blockRows;
    private final List<EvidenceBlock> blocks;

    EvidenceMatrix(int personas, int rows, int blockRows, List<EvidenceBlock> blocks) {
        this.personas = personas;
        this.rows = rows;
        this.blockRows = blockRows;
        this.blocks = blocks;
    }

    public static EvidenceMatrix of(List<LogVector> rows) {
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("no rows: use builder(personas) when a matrix may be empty");
        }
        EvidenceMatrixBuilder builder = builder(rows.getFirst().size());
        rows.forEach(builder::add);
        return builder.build();
    }

    public static EvidenceMatrixBuilder builder(int personas) {
        return new EvidenceMatrixBuilder(personas);
    }

    public int rows() {
        return rows;
    }

    public int personas() {
        return personas;
    }

    /** {@code l_k} of a row, as it was added, to within rounding. */
    public double logLikelihood(int row, int persona) {
        return block(row).logLikelihood(row % blockRows, persona);
    }

    /** {@code l_k - m} of a row, m its largest: free of the rounding that a large common constant would bring. */
    public double logRatio(int row, int persona) {
        return block(row).relative(row % blockRows, persona);
    }

    /** The largest {@code l_k} of a row. */
    public double best(int row) {
        return block(row).best()[row % blockRows];
    }

    public LogVector row(int row) {
        double[] logs = new double[personas];
        Arrays.setAll(logs, k -> logLikelihood(row, k));
        return LogVector.of(logs);
    }

    /** The responsibilities of all rows, each counted once. */
    public ResponsibilitySum responsibilities(Weights weights) {
        return responsibilities(weights, Rows.range(0, rows), RowCounts.ONCE);
    }

    /**
     * The responsibilities of the selected rows, each as often as it occurs there times its count.
     *
     * @throws IllegalArgumentException when a row is impossible under every persona of positive weight
     */
    public ResponsibilitySum responsibilities(Weights weights, Rows selected, RowCounts counts) {
        requireFit(weights, selected);
        counts.requireSize(rows);
        List<Rows> shards = selected.shards(blockRows, MOST_SHARDS);
        // Collected first: a parallel reduction would add in an order that depends on the number of threads.
        List<ResponsibilitySum> sums = (shards.size() == 1 ? shards.stream() : shards.parallelStream())
                .map(shard -> new ResponsibilityKernel(this, weights, counts).sum(shard))
                .toList();
        return sums.stream().reduce(ResponsibilitySum::plus).orElseThrow();
    }

    private void requireFit(Weights weights, Rows selected) {
        if (weights.size() != personas) {
            throw new IllegalArgumentException(weights.size() + " weights for evidence of " + personas + " personas");
        }
        if (selected.limit() > rows) {
            throw new IllegalArgumentException(
                    "row " + (selected.limit() - 1) + " of " + rows + ": rows are counted from 0");
        }
    }

    /**
     * {@code H_jk = sum_n a_n p_nj p_nk / (sum_i w_i p_ni)^2} over all rows and the selected personas, with p the
     * likelihoods: how the slope of the log-likelihood in weight j falls as weight k grows. It costs half as many
     * operations a cell as personas are selected.
     *
     * @return the symmetric matrix, row by row
     */
    public double[] curvature(Weights weights, RowCounts counts, int... selected) {
        Rows all = Rows.range(0, rows);
        requireFit(weights, all);
        counts.requireNotNegative(rows);
        for (int persona : selected) {
            Objects.checkIndex(persona, personas);
        }
        List<Rows> shards = all.shards(blockRows, MOST_CURVATURE_SHARDS);
        List<double[]> sums = (shards.size() == 1 ? shards.stream() : shards.parallelStream())
                .map(shard -> new CurvatureKernel(this, weights, counts, selected).sum(shard))
                .toList();
        return sums.stream().reduce(EvidenceMatrix::plus).orElseThrow();
    }

    private static double[] plus(double[] a, double[] b) {
        for (int i = 0; i < a.length; i++) {
            a[i] += b[i];
        }
        return a;
    }

    int blockRows() {
        return blockRows;
    }

    EvidenceBlock block(int row) {
        return blocks.get(row / blockRows);
    }
}
