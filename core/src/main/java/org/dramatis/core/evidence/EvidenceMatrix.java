package org.dramatis.core.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.dramatis.core.number.LogVector;
import org.dramatis.core.number.Weights;

/**
 * The evidence of many episodes: one row an episode, one column a persona, in cast order. Immutable.
 *
 * <p>It takes 8 bytes a cell, in blocks of rows that are never copied, and holds evidence down to -10^6 nats and below
 * without loss (see {@link EvidenceBlock}).
 */
public final class EvidenceMatrix {
    /** Cells in a block: a quarter of a megabyte, small enough for a garbage collector to treat it as ordinary. */
    private static final int BLOCK_CELLS = 1 << 15;

    /** Large casts get larger blocks rather than columns too short to be worth a loop. */
    private static final int FEWEST_BLOCK_ROWS = 56;

    /** Partial sums are formed over a fixed number of shards, so that they are the same on every machine. */
    private static final int MOST_SHARDS = 64;

    /** Fewer, since each shard of a curvature holds a matrix of personas by personas. */
    private static final int MOST_CURVATURE_SHARDS = 8;

    /** Blocks are sealed by several workers, each with a scratch of its own. */
    private static final int SEALING_SHARDS = 8;

    private final int personas;
    private final int rows;
    private final int blockRows;
    private final List<EvidenceBlock> blocks;

    private EvidenceMatrix(int personas, int rows, int blockRows, List<EvidenceBlock> blocks) {
        this.personas = personas;
        this.rows = rows;
        this.blockRows = blockRows;
        this.blocks = blocks;
    }

    public static EvidenceMatrix of(List<LogVector> rows) {
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("no rows: use builder(personas) when a matrix may be empty");
        }
        Builder builder = builder(rows.getFirst().size());
        rows.forEach(builder::add);
        return builder.build();
    }

    public static Builder builder(int personas) {
        return new Builder(personas);
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

    /** Takes rows one by one; the blocks never move, so a matrix is built within its own size. */
    public static final class Builder {
        private final int personas;
        private final int blockRows;
        private final List<EvidenceBlock> blocks = new ArrayList<>();
        private int rows;
        private boolean spent;

        private Builder(int personas) {
            if (personas < 1) {
                throw new IllegalArgumentException("evidence for " + personas + " personas: a cast has at least one");
            }
            this.personas = personas;
            // Eight rows short of a power of two: columns a power of two apart would fight for the same cache lines.
            this.blockRows = Math.max(FEWEST_BLOCK_ROWS, BLOCK_CELLS / personas - 8);
        }

        public Builder add(LogVector logLikelihoods) {
            return add(logLikelihoods.toArray());
        }

        /**
         * Adds one row.
         *
         * @throws IllegalArgumentException when the row is of another cast, holds NaN or plus infinity, or is impossible
         *     under every persona
         */
        public Builder add(double... logLikelihoods) {
            requireUnspent();
            if (logLikelihoods.length != personas) {
                throw new IllegalArgumentException("row " + rows + " has evidence for " + logLikelihoods.length
                        + " personas, not for " + personas);
            }
            requireEvidence(logLikelihoods);
            if (rows % blockRows == 0) {
                blocks.add(new EvidenceBlock(personas, blockRows));
            }
            blocks.getLast().set(rows % blockRows, logLikelihoods);
            rows++;
            return this;
        }

        private void requireEvidence(double[] logLikelihoods) {
            boolean possible = false;
            for (int k = 0; k < personas; k++) {
                if (!(logLikelihoods[k] < Double.POSITIVE_INFINITY)) {
                    throw new IllegalArgumentException("row " + rows + " has evidence " + logLikelihoods[k]
                            + " for persona " + k + ": it must be finite, or -Infinity for probability 0");
                }
                possible |= logLikelihoods[k] != Double.NEGATIVE_INFINITY;
            }
            if (!possible) {
                throw new IllegalArgumentException(
                        "row " + rows + " is impossible under every persona: leave it out and count it as unscorable");
            }
        }

        private void seal() {
            IntStream.range(0, SEALING_SHARDS).parallel().forEach(shard -> {
                double[] scratch = new double[blockRows * personas];
                for (int i = shard; i < blocks.size(); i += SEALING_SHARDS) {
                    blocks.get(i).seal(scratch);
                }
            });
        }

        private void requireUnspent() {
            if (spent) {
                throw new IllegalStateException("the matrix of " + rows + " rows is built: start another builder");
            }
        }

        /** The matrix of the rows so far. The builder is spent. */
        public EvidenceMatrix build() {
            requireUnspent();
            spent = true;
            if (rows % blockRows != 0) {
                blocks.set(blocks.size() - 1, blocks.getLast().first(rows % blockRows));
            }
            seal();
            return new EvidenceMatrix(personas, rows, blockRows, List.copyOf(blocks));
        }
    }
}
