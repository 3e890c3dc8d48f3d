package org.dramatis.core.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.dramatis.core.number.LogSpace;
import org.dramatis.core.number.LogVector;
import org.dramatis.core.number.Weights;
import org.jspecify.annotations.Nullable;

/**
 * The evidence of many episodes: one row an episode, one column a persona, in cast order. Immutable.
 *
 * <p>What the mathematics does with it, millions of times, is to weigh likelihoods within a row. So a cell does not hold
 * {@code l_k} but {@code exp(l_k - m)}, with m the largest of its row: no exponential is left in the loops, and the
 * matrix takes 8 bytes a cell. A cell so far below its row's best that this would vanish holds the negative number
 * {@code l_k - m} itself, and rows in which such cells matter are computed in log space. Nothing is lost at -10^6 nats.
 *
 * <p>Sums run over fixed blocks of rows and are added in row order, so results do not depend on the number of threads.
 */
public final class EvidenceMatrix {
    /** Doubles in a block: a quarter of a megabyte, small enough for a garbage collector to treat it as ordinary. */
    private static final int BLOCK_CELLS = 1 << 15;

    /** exp(-690) is the last comfortable double; below, the logarithm itself is kept, as a negative number. */
    private static final double FAR = -690;

    /** Under this, a sum of weighted likelihood ratios may have lost its largest terms to underflow. */
    private static final double SAFE_MIXTURE = 1e-100;

    /** A running product of mixtures is logged before it can leave the range of a double. */
    private static final double SAFE_PRODUCT = 1e-200;

    /** A fixed number, so that partial sums are the same on every machine. */
    private static final int SHARDS = 64;

    private final int personas;
    private final int rows;
    private final int blockRows;
    private final List<double[]> cells;
    private final List<double[]> best;

    private EvidenceMatrix(int personas, int rows, int blockRows, List<double[]> cells, List<double[]> best) {
        this.personas = personas;
        this.rows = rows;
        this.blockRows = blockRows;
        this.cells = cells;
        this.best = best;
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
        double cell = block(row)[offset(row) + persona];
        return best(row) + (cell > 0 ? Math.log(cell) : cell);
    }

    public LogVector row(int row) {
        double[] logs = new double[personas];
        Arrays.setAll(logs, k -> logLikelihood(row, k));
        return LogVector.of(logs);
    }

    /** The responsibilities of all rows, each counted once. */
    public ResponsibilitySum responsibilities(Weights weights) {
        return responsibilities(weights, Rows.range(0, rows), null);
    }

    /** The responsibilities of the given rows, each counted as often as it occurs. */
    public ResponsibilitySum responsibilities(Weights weights, Rows selected) {
        return responsibilities(weights, selected, null);
    }

    /** The responsibilities of all rows, row n counted {@code rowWeights[n]} times. */
    public ResponsibilitySum responsibilities(Weights weights, double[] rowWeights) {
        return responsibilities(weights, Rows.range(0, rows), requireRowWeights(rowWeights));
    }

    /** The responsibilities of the given rows, row n counted {@code rowWeights[n]} times whenever it occurs. */
    public ResponsibilitySum responsibilities(Weights weights, Rows selected, double @Nullable [] rowWeights) {
        if (weights.size() != personas) {
            throw new IllegalArgumentException(weights.size() + " weights for evidence of " + personas + " personas");
        }
        double[] linear = weights.toArray();
        int places = selected.size();
        int shards = (long) places * personas <= BLOCK_CELLS ? 1 : Math.min(SHARDS, places);
        if (shards == 1) {
            return sum(weights, linear, selected, 0, places, rowWeights);
        }
        return IntStream.range(0, shards)
                .parallel()
                .mapToObj(shard -> sum(
                        weights,
                        linear,
                        selected,
                        (int) ((long) places * shard / shards),
                        (int) ((long) places * (shard + 1) / shards),
                        rowWeights))
                .toList()
                .stream()
                .reduce(ResponsibilitySum::plus)
                .orElseThrow();
    }

    private ResponsibilitySum sum(
            Weights weights, double[] linear, Rows selected, int from, int to, double @Nullable [] rowWeights) {
        double[] gradient = new double[personas];
        double[] far = new double[personas];
        double logLikelihood = 0;
        double product = 1;
        double total = 0;
        for (int i = from; i < to; i++) {
            int row = selected.at(i);
            double count = rowWeights == null ? 1 : rowWeights[row];
            double[] block = block(row);
            int offset = offset(row);
            double mixture = mixture(block, offset, linear);
            total += count;
            logLikelihood += count * best(row);
            if (mixture < SAFE_MIXTURE) {
                logLikelihood += count * addInLogSpace(row, weights, count, far);
                continue;
            }
            double scale = count / mixture;
            for (int k = 0; k < gradient.length; k++) {
                gradient[k] += scale * Math.max(block[offset + k], 0);
            }
            if (rowWeights != null) {
                logLikelihood += count * Math.log(mixture);
                continue;
            }
            // One logarithm for many rows: a logarithm costs as much as half a row.
            product *= mixture;
            if (product < SAFE_PRODUCT) {
                logLikelihood += Math.log(product);
                product = 1;
            }
        }
        return new ResponsibilitySum(weights, gradient, far, logLikelihood + Math.log(product), total);
    }

    /** {@code sum_k w_k exp(l_k - m)}. Four sums, because additions in one chain would wait for each other. */
    private static double mixture(double[] block, int offset, double[] weights) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int k = 0;
        for (; k + 3 < weights.length; k += 4) {
            a += weights[k] * Math.max(block[offset + k], 0);
            b += weights[k + 1] * Math.max(block[offset + k + 1], 0);
            c += weights[k + 2] * Math.max(block[offset + k + 2], 0);
            d += weights[k + 3] * Math.max(block[offset + k + 3], 0);
        }
        for (; k < weights.length; k++) {
            a += weights[k] * Math.max(block[offset + k], 0);
        }
        return (a + b) + (c + d);
    }

    /** The same row without ever leaving log space; returns the log mixture less the row's best. */
    private double addInLogSpace(int row, Weights weights, double count, double[] far) {
        double[] relative = new double[personas];
        double[] joint = new double[personas];
        for (int k = 0; k < personas; k++) {
            double cell = block(row)[offset(row) + k];
            relative[k] = cell > 0 ? Math.log(cell) : cell;
            joint[k] = weights.log(k) + relative[k];
        }
        double mixture = LogSpace.logSumExp(joint);
        if (mixture == Double.NEGATIVE_INFINITY) {
            throw new IllegalArgumentException("row " + row + " is impossible under every persona of positive weight");
        }
        for (int k = 0; k < personas; k++) {
            double responsibility = Math.exp(joint[k] - mixture);
            far[k] += count * responsibility;
        }
        return mixture;
    }

    private double[] requireRowWeights(double[] rowWeights) {
        if (rowWeights.length != rows) {
            throw new IllegalArgumentException(rowWeights.length + " row weights for " + rows + " rows");
        }
        return rowWeights;
    }

    private double[] block(int row) {
        return cells.get(row / blockRows);
    }

    private int offset(int row) {
        return row % blockRows * personas;
    }

    private double best(int row) {
        return best.get(row / blockRows)[row % blockRows];
    }

    /** Takes rows one by one; the blocks never move, so a matrix is built within its own size. */
    public static final class Builder {
        private final int personas;
        private final int blockRows;
        private final List<double[]> cells = new ArrayList<>();
        private final List<double[]> best = new ArrayList<>();
        private int rows;

        private Builder(int personas) {
            if (personas < 1) {
                throw new IllegalArgumentException("evidence for " + personas + " personas: a cast has at least one");
            }
            this.personas = personas;
            this.blockRows = Math.max(1, BLOCK_CELLS / personas);
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
            if (logLikelihoods.length != personas) {
                throw new IllegalArgumentException("row " + rows + " has evidence for " + logLikelihoods.length
                        + " personas, not for " + personas);
            }
            double max = Double.NEGATIVE_INFINITY;
            for (int k = 0; k < personas; k++) {
                if (Double.isNaN(logLikelihoods[k]) || logLikelihoods[k] == Double.POSITIVE_INFINITY) {
                    throw new IllegalArgumentException("row " + rows + " has evidence " + logLikelihoods[k]
                            + " for persona " + k + ": it must be finite, or -Infinity for probability 0");
                }
                max = Math.max(max, logLikelihoods[k]);
            }
            if (max == Double.NEGATIVE_INFINITY) {
                throw new IllegalArgumentException(
                        "row " + rows + " is impossible under every persona: leave it out and count it as unscorable");
            }
            append(logLikelihoods, max);
            return this;
        }

        private void append(double[] logLikelihoods, double max) {
            int place = rows % blockRows;
            if (place == 0) {
                cells.add(new double[blockRows * personas]);
                best.add(new double[blockRows]);
            }
            double[] block = cells.getLast();
            for (int k = 0; k < personas; k++) {
                double relative = logLikelihoods[k] - max;
                block[place * personas + k] = relative > FAR ? Math.exp(relative) : relative;
            }
            best.getLast()[place] = max;
            rows++;
        }

        /** The matrix of the rows so far. The builder is spent. */
        public EvidenceMatrix build() {
            if (rows % blockRows != 0) {
                int used = rows % blockRows;
                cells.set(cells.size() - 1, Arrays.copyOf(cells.getLast(), used * personas));
                best.set(best.size() - 1, Arrays.copyOf(best.getLast(), used));
            }
            return new EvidenceMatrix(personas, rows, blockRows, List.copyOf(cells), List.copyOf(best));
        }
    }
}
