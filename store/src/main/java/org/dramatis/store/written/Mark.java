package org.dramatis.store.written;

import java.util.Comparator;

/** Where something stands in a file: line and column from 1, or 0 where that is not known. */
public record Mark(int line, int column) implements Comparable<Mark> {
    static final Mark UNKNOWN = new Mark(0, 0);

    @Override
    public int compareTo(Mark other) {
        return Comparator.comparingInt(Mark::line)
                .thenComparingInt(Mark::column)
                .compare(this, other);
    }
}
