package org.dramatis.core.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** Which rows of a matrix, in which order; a row may occur more than once. */
public final class Rows {
    private final int size;
    private final IntUnaryOperator row;
    private final boolean consecutive;

    private Rows(int size, IntUnaryOperator row, boolean consecutive) {
        this.size = size;
        this.row = row;
        this.consecutive = consecutive;
    }

    /** Rows {@code from} to {@code to - 1}. */
    public static Rows range(int from, int to) {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("rows " + from + " to " + to + " are not a range");
        }
        return new Rows(to - from, i -> from + i, true);
    }

    public static Rows of(int... rows) {
        int[] copy = rows.clone();
        return new Rows(copy.length, i -> copy[i], false);
    }

    /** The part of these rows from place {@code from} on, {@code length} long, starting over where they end. */
    public Rows cyclic(long from, int length) {
        if (size == 0) {
            throw new IllegalArgumentException("there are no rows to go round");
        }
        int start = (int) (from % size);
        return start + length <= size
                ? new Rows(length, i -> row.applyAsInt(start + i), consecutive)
                : new Rows(length, i -> row.applyAsInt((int) ((start + (long) i) % size)), false);
    }

    /** These rows, in order, without one of them. */
    public Rows without(int excluded) {
        return of(IntStream.range(0, size).map(row).filter(n -> n != excluded).toArray());
    }

    public int size() {
        return size;
    }

    public int at(int i) {
        return row.applyAsInt(i);
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
            shards.add(new Rows(to - from, i -> row.applyAsInt(from + i), consecutive));
        }
        return shards;
    }
}
