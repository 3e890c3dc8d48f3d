package org.dramatis.core.evidence;

import java.util.function.IntUnaryOperator;

/** Which rows of a matrix, in which order; a row may occur more than once. */
public final class Rows {
    private final int size;
    private final IntUnaryOperator row;

    private Rows(int size, IntUnaryOperator row) {
        this.size = size;
        this.row = row;
    }

    /** Rows {@code from} to {@code to - 1}. */
    public static Rows range(int from, int to) {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("rows " + from + " to " + to + " are not a range");
        }
        return new Rows(to - from, i -> from + i);
    }

    public static Rows of(int... rows) {
        int[] copy = rows.clone();
        return new Rows(copy.length, i -> copy[i]);
    }

    /** The part of these rows from place {@code from} on, {@code length} long, starting over where they end. */
    public Rows cyclic(long from, int length) {
        if (size == 0) {
            throw new IllegalArgumentException("there are no rows to go round");
        }
        int start = (int) (from % size);
        return start + length <= size
                ? new Rows(length, i -> row.applyAsInt(start + i))
                : new Rows(length, i -> row.applyAsInt((int) ((start + (long) i) % size)));
    }

    public int size() {
        return size;
    }

    public int at(int i) {
        return row.applyAsInt(i);
    }
}
