package org.dramatis.core.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** Which rows of a matrix, in which order; a row may occur more than once. */
public final class Rows {
    private final int size;
    private final int limit;
    private final IntUnaryOperator row;
    private final boolean consecutive;

    private Rows(int size, int limit, IntUnaryOperator row, boolean consecutive) {
        this.size = size;
        this.limit = limit;
        this.row = row;
        this.consecutive = consecutive;
    }

    /** Rows {@code from} to {@code to - 1}. */
    public static Rows range(int from, int to) {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("rows " + from + " to " + to + " are not a range");
        }
        return new Rows(to - from, to, i -> from + i, true);
    }

    /**
     * The rows with these numbers.
     *
     * @throws IllegalArgumentException when a number is negative
     */
    public static Rows of(int... rows) {
        int[] copy = rows.clone();
        int limit = 0;
        for (int row : copy) {
            if (row < 0) {
                throw new IllegalArgumentException("row " + row + " does not exist: rows are counted from 0");
            }
            limit = Math.max(limit, row + 1);
        }
        return new Rows(copy.length, limit, i -> copy[i], false);
    }

    /** The part of these rows from place {@code from} on, {@code length} long, starting over where they end. */
    public Rows cyclic(long from, int length) {
        if (size == 0 || from < 0 || length < 0) {
            throw new IllegalArgumentException(
                    "no " + length + " rows from place " + from + " can be read going round " + size + " rows");
        }
        long start = from % size;
        return start + length <= size
                ? new Rows(length, limit, i -> row.applyAsInt((int) start + i), consecutive)
                : new Rows(length, limit, i -> row.applyAsInt((int) ((start + i) % size)), false);
    }

    /** These rows, in order, without one of them. */
    public Rows without(int excluded) {
        return of(IntStream.range(0, size).map(row).filter(n -> n != excluded).toArray());
    }

    public int size() {
        return size;
    }

    /** A number above that of every row. */
    public int limit() {
        return limit;
    }

    public int at(int i) {
        return row.applyAsInt(Objects.checkIndex(i, size));
    }

    /** Whether {@code at(i) == at(0) + i} for all i. */
    boolean isConsecutive() {
        return consecutive;
    }

    /** These rows cut, in order, into at most {@code most} parts that hold at least {@code fewestRows} rows. */
    List<Rows> shards(int fewestRows, int most) {
        int count = Math.clamp(size / fewestRows, 1, most);
        List<Rows> shards = new ArrayList<>(count);
        for (int shard = 0; shard < count; shard++) {
            int from = (int) ((long) size * shard / count);
            int to = (int) ((long) size * (shard + 1) / count);
            shards.add(new Rows(to - from, limit, i -> row.applyAsInt(from + i), consecutive));
        }
        return shards;
    }
}
