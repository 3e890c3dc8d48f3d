package org.dramatis.store.data;

import java.util.List;
import java.util.function.ToLongFunction;

/**
 * What came of reading a data set so far.
 *
 * @param files in the order in which they were read, those not reached left out
 * @param bad the first bad rows; {@link #badRows()} counts all
 * @param repeats the first rows that say again what an earlier one said
 * @param repeated how many such rows there are
 */
public record Reading(List<ReadFile> files, List<BadRow> bad, List<Repeat> repeats, long repeated) {
    public Reading {
        files = List.copyOf(files);
        bad = List.copyOf(bad);
        repeats = List.copyOf(repeats);
    }

    /** How many rows of each kind a file had. */
    public record ReadFile(String name, long chats, long preferences, long documents, long bad) {
        public long rows() {
            return chats + preferences + documents;
        }
    }

    /** A row with the content of an earlier one. */
    public record Repeat(Origin row, Origin earlier) {
        @Override
        public String toString() {
            return row + " repeats " + earlier;
        }
    }

    /** Those that can be used. */
    public long rows() {
        return sum(ReadFile::rows);
    }

    public long chats() {
        return sum(ReadFile::chats);
    }

    public long preferences() {
        return sum(ReadFile::preferences);
    }

    public long documents() {
        return sum(ReadFile::documents);
    }

    public long badRows() {
        return sum(ReadFile::bad);
    }

    private long sum(ToLongFunction<ReadFile> count) {
        return files.stream().mapToLong(count).sum();
    }
}
