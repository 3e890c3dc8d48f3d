package org.dramatis.core.evidence;

import java.util.random.RandomGenerator;

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
        int[] own = new int[rows];
        for (int n = 0; n < rows; n++) {
            own[n] = n;
        }
        return new Clusters(own, rows);
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
        double[] counted = new double[clusterOfRow.length];
        for (int n = 0; n < counted.length; n++) {
            counted[n] = counts.at(n) * times[clusterOfRow[n]];
        }
        return RowCounts.of(counted);
    }
}
