package org.dramatis.core.evidence;

/** How often each row of a matrix counts: once, or as often as an array says (an advantage may be negative). */
public final class RowCounts {
    /** Every row counts once, however many there are. */
    public static final RowCounts ONCE = new RowCounts(new double[0]);

    private final double[] counts;

    private RowCounts(double[] counts) {
        this.counts = counts;
    }

    /**
     * Row n counts {@code counts[n]} times.
     *
     * @throws IllegalArgumentException when a count is not finite
     */
    public static RowCounts of(double... counts) {
        for (int n = 0; n < counts.length; n++) {
            if (!Double.isFinite(counts[n])) {
                throw new IllegalArgumentException("row " + n + " has weight " + counts[n] + ": it must be finite");
            }
        }
        return new RowCounts(counts.clone());
    }

    public double at(int row) {
        return this == ONCE ? 1 : counts[row];
    }

    /** The sum of the counts of so many rows. */
    public double total(int rows) {
        double total = 0;
        for (int n = 0; n < rows; n++) {
            total += at(n);
        }
        return total;
    }

    /** Checks that there is a count for each of {@code rows}, none negative, and returns this. */
    public RowCounts requireNotNegative(int rows) {
        requireSize(rows);
        for (int n = 0; n < counts.length; n++) {
            if (counts[n] < 0) {
                throw new IllegalArgumentException("row " + n + " has weight " + counts[n]
                        + ": a negative weight has no meaning here, only as an advantage in reinforcement data");
            }
        }
        return this;
    }

    /** Checks that there is a count for each of {@code rows}, and returns this. */
    public RowCounts requireSize(int rows) {
        if (this != ONCE && counts.length != rows) {
            throw new IllegalArgumentException(counts.length + " row weights for " + rows + " rows");
        }
        return this;
    }
}
