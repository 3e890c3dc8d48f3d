package org.dramatis.store.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * Reads the rows of a file one by one and in order, in memory that the longest line bounds. Empty lines are passed over; a line that
 * is no row is a {@link BadRow}, and reading goes on. Where the file itself ends unreadable, after the entries before that place, a
 * {@link DataException} says so.
 */
public final class RowReader implements Iterator<Entry>, AutoCloseable {
    private final Path path;
    private final LineReader lines;
    private final JsonText json = new JsonText();
    private Optional<Entry> ahead = Optional.empty();

    RowReader(Path path, LineReader lines) {
        this.path = path;
        this.lines = lines;
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
            throw new NoSuchElementException(path + " has no row after line " + lines.number());
        }
        Entry entry = ahead.orElseThrow();
        ahead = Optional.empty();
        return entry;
    }

    @Override
    public void close() {
        try {
            lines.close();
        } catch (IOException problem) {
            throw Failure.of(path, lines.number(), problem);
        }
    }

    private Optional<Entry> read() {
        try {
            Optional<RawLine> line = lines.next();
            while (line.isPresent() && line.get().isBlank()) {
                line = lines.next();
            }
            return line.map(this::entry);
        } catch (IOException problem) {
            throw Failure.of(path, lines.number(), problem);
        }
    }

    private Entry entry(RawLine line) {
        Origin origin = new Origin(String.valueOf(path.getFileName()), line.number());
        Optional<ByteBuffer> content = line.content();
        if (content.isEmpty()) {
            return new BadRow(
                    origin, "the line has " + line.bytes() + " bytes: lines of up to " + lines.longest() + " are read");
        }
        try {
            return Layout.row(origin, new Fields(json.object(content.get())));
        } catch (IllegalArgumentException problem) {
            return new BadRow(origin, String.valueOf(problem.getMessage()));
        }
    }
}
