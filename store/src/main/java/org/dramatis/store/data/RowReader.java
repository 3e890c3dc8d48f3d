package org.dramatis.store.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * Reads the rows of a file one by one and in order, in memory that the longest row bounds. Empty lines are passed over; what is no
 * row is a {@link BadRow}, and reading goes on. Where the file itself ends unreadable, after the entries before that place, a
 * {@link DataException} says so.
 */
public final class RowReader implements Iterator<Entry>, AutoCloseable {
    private final DataFile file;
    private final RawRows rows;
    private final JsonText json;
    private Optional<Entry> ahead = Optional.empty();

    RowReader(DataFile file, RawRows rows) {
        this.file = file;
        this.rows = rows;
        json = new JsonText(rows.unit());
    }

    @Override
    public boolean hasNext() {
        if (ahead.isEmpty()) {
            ahead = read();
        }
        return ahead.isPresent();
    }

    @Override
    public Entry next() {
        if (!hasNext()) {
            throw new NoSuchElementException(file.path() + " has no row after " + soFar());
        }
        Entry entry = ahead.orElseThrow();
        ahead = Optional.empty();
        return entry;
    }

    @Override
    public void close() {
        try {
            rows.close();
        } catch (IOException problem) {
            throw Failure.of(file.path(), soFar(), problem);
        }
    }

    private Optional<Entry> read() {
        try {
            Optional<RawRow> row = rows.next();
            while (row.isPresent() && row.get().isBlank()) {
                row = rows.next();
            }
            return row.map(this::entry);
        } catch (IOException problem) {
            throw Failure.of(file.path(), soFar(), problem);
        }
    }

    private Entry entry(RawRow row) {
        Origin origin = new Origin(file.name(), row.number());
        Optional<ByteBuffer> content = row.content();
        if (content.isEmpty()) {
            return bad(row, origin, tooLong(row));
        }
        try {
            return Layout.row(origin, new Fields(json.object(content.get())));
        } catch (IllegalArgumentException problem) {
            return bad(row, origin, String.valueOf(problem.getMessage()));
        }
    }

    private String tooLong(RawRow row) {
        String unit = rows.unit().noun();
        return "the " + unit + " has " + row.bytes() + " bytes: " + unit + "s of up to " + file.longestRow()
                + " are read";
    }

    private static BadRow bad(RawRow row, Origin origin, String reason) {
        String place = row.line() == row.number() ? "" : " (it begins in line " + row.line() + ")";
        return new BadRow(origin, reason + place);
    }

    private String soFar() {
        return rows.number() + " " + rows.unit().noun() + "s";
    }
}
