package org.dramatis.core.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.dramatis.core.number.LogVector;

/** Takes rows one by one; the blocks never move, so a matrix is built within its own size. */
public final class EvidenceMatrixBuilder {
    /** Cells in a block: a quarter of a megabyte, small enough for a garbage collector to treat it as ordinary. */
    private static final int BLOCK_CELLS = 1 << 15;

    /** Large casts get larger blocks rather than columns too short to be worth a loop. */
    private static final int FEWEST_BLOCK_ROWS = 56;

    /** Blocks are sealed by several workers, each with a scratch of its own. */
    private static final int SEALING_SHARDS = 8;

    private final int personas;
    private final int blockRows;
    private final List<EvidenceBlock> blocks = new ArrayList<>();
    private int rows;
    private boolean spent;

    EvidenceMatrixBuilder(int personas) {
        if (personas < 1) {
            throw new IllegalArgumentException("evidence for " + personas + " personas: a cast has at least one");
        }
        this.personas = personas;
        // Eight rows short of a power of two: columns a power of two apart would fight for the same cache lines.
        this.blockRows = Math.max(FEWEST_BLOCK_ROWS, BLOCK_CELLS / personas - 8);
    }

    public EvidenceMatrixBuilder add(LogVector logLikelihoods) {
        return add(logLikelihoods.toArray());
    }

    /**
     * Adds one row.
     *
     * @throws IllegalArgumentException when the row is of another cast, holds NaN or plus infinity, or is impossible
     *     under every persona
     */
    public EvidenceMatrixBuilder add(double... logLikelihoods) {
        requireUnspent();
        if (logLikelihoods.length != personas) {
            throw new IllegalArgumentException(
                    "row " + rows + " has evidence for " + logLikelihoods.length + " personas, not for " + personas);
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
        int shards = Math.min(SEALING_SHARDS, blocks.size());
        IntStream.range(0, shards).parallel().forEach(shard -> {
            double[] scratch = new double[blocks.get(shard).rows() * personas]; // later blocks are no larger
            for (int i = shard; i < blocks.size(); i += shards) {
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
