package org.dramatis.core.evidence;

import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Which rows belong together, several replies to one probe say: they are resampled together or not at all. */
public final class Clusters {
    private final int[] clusterOfRow;
    private final int count;

    private Clusters(int[] clusterOfRow, int count) {
        this.clusterOfRow = clusterOfRow;
        this.count = count;
    }

    /** Every row for itself. */
    public static Clusters single(int rows) {
        return new Clusters(IntStream.range(0, rows).toArray(), Math.max(0, rows));
    }

    /**
     * Row n belongs to cluster {@code clusterOfRow[n]}; clusters are numbered from 0.
     *
     * @throws IllegalArgumentException when a number is negative, or one is left out
     */
    public static Clusters of(int... clusterOfRow) {
        int[] own = clusterOfRow.clone();
        boolean[] seen = new boolean[own.length];
        int count = 0;
        for (int n = 0; n < own.length; n++) {
            if (own[n] < 0 || own[n] >= own.length) {
                throw new IllegalArgumentException("row " + n + " is said to be of cluster " + own[n]
                        + ": clusters are numbered from 0, without gaps");
            }
            seen[own[n]] = true;
            count = Math.max(count, own[n] + 1);
        }
        for (int c = 0; c < count; c++) {
            if (!seen[c]) {
                throw new IllegalArgumentException("cluster " + c + " has no rows but cluster " + (count - 1) + " has");
            }
        }
        return new Clusters(own, count);
    }

    /** Checks that it is so many rows that are clustered, and returns this. */
    public Clusters requireRows(int rows) {
        if (rows != clusterOfRow.length) {
            throw new IllegalArgumentException(clusterOfRow.length + " rows are clustered, not " + rows);
        }
        return this;
    }

    /** Checks the number of clusters, and returns this. */
    public Clusters requireCount(int clusters) {
        if (clusters != count) {
            throw new IllegalArgumentException("the rows are of " + count + " clusters, not of " + clusters);
        }
        return this;
    }

    /**
     * The rows of as many clusters as there are, each drawn at random, so that some come twice and some not at all: one
     * sample of the bootstrap.
     */
    public Rows resample(RandomGenerator random) {
        int[][] members = new int[count][];
        int[] sizes = new int[count];
        for (int cluster : clusterOfRow) {
            sizes[cluster]++;
        }
        for (int c = 0; c < count; c++) {
            members[c] = new int[sizes[c]];
        }
        for (int n = clusterOfRow.length - 1; n >= 0; n--) {
            members[clusterOfRow[n]][--sizes[clusterOfRow[n]]] = n;
        }
        return Rows.of(IntStream.range(0, count)
                .flatMap(draw -> IntStream.of(members[random.nextInt(count)]))
                .toArray());
    }

    public int count() {
        return count;
    }

    public int rows() {
        return clusterOfRow.length;
    }

    public int of(int row) {
        return clusterOfRow[row];
    }

    /** A random emphasis for each cluster, exponential with mean 1: one sample of the Bayesian bootstrap (Rubin 1981). */
    public double[] emphasise(RandomGenerator random) {
        double[] emphasis = new double[count];
        for (int c = 0; c < count; c++) {
            emphasis[c] = random.nextExponential();
        }
        return emphasis;
    }

    /** The counts of the rows when cluster c is counted {@code times[c]} times. */
    public RowCounts counted(RowCounts counts, double[] times) {
        requireCount(times.length);
        double[] counted = new double[clusterOfRow.length];
        for (int n = 0; n < counted.length; n++) {
            counted[n] = counts.at(n) * times[clusterOfRow[n]];
        }
        return RowCounts.of(counted);
    }
}
