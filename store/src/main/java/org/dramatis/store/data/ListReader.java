package org.dramatis.store.data;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Cuts a list of JSON into its elements, without reading them: an element that is no JSON spoils no other, as long as its quotes and
 * brackets are balanced.
 */
final class ListReader extends BlockReader {
    private long line = 1;
    private boolean opened;
    private boolean closed;
    private int depth;
    private boolean quoted;
    private boolean escaped;

    /** What stands before the list may be white space and a byte order mark. */
    ListReader(InputStream in, int longest) {
        super(in, longest);
    }

    @Override
    public Unit unit() {
        return Unit.ELEMENT;
    }

    @Override
    public Optional<RawRow> next() throws IOException {
        open();
        Optional<RawRow> element = closed ? Optional.empty() : element();
        if (element.isEmpty()) {
            passOverBlanks();
            if (ready()) {
                throw new IOException("more follows its list of rows in line " + line
                        + ": a file is one list of rows, or has a row a line");
            }
        }
        return element;
    }

    private void open() throws IOException {
        while (!opened && ready()) {
            opened = block[from] == '[';
            line += block[from] == '\n' ? 1 : 0;
            from++;
        }
    }

    private Optional<RawRow> element() throws IOException {
        passOverBlanks();
        long begins = line;
        row.clear();
        boolean ended = false;
        while (!ended) {
            if (!ready()) {
                throw new IOException("its list of rows has no end: what begins in line " + begins
                        + " was cut short, or a quote or a bracket is not closed");
            }
            int start = from;
            while (from < to && !ends(block[from])) {
                from++;
            }
            row.add(block, start, from - start);
            ended = from < to;
        }
        closed = block[from++] == ']';
        if (closed && row.count() == 0) {
            return Optional.empty();
        }
        number++;
        return Optional.of(new RawRow(number, begins, row.count(), row.content()));
    }

    /** Whether the element ends before this byte, which is a comma then, or the end of the list. */
    private boolean ends(byte at) {
        line += at == '\n' ? 1 : 0;
        if (quoted) {
            quoted = at != '"' || escaped;
            escaped = at == '\\' && !escaped;
            return false;
        }
        switch (at) {
            case '"' -> quoted = true;
            case '{', '[' -> depth++;
            case ',' -> {
                return depth == 0;
            }
            case ']', '}' -> {
                if (depth == 0) {
                    return at == ']';
                }
                depth--;
            }
            default -> {}
        }
        return false;
    }

    private void passOverBlanks() throws IOException {
        while (ready() && (block[from] == ' ' || block[from] == '\t' || block[from] == '\r' || block[from] == '\n')) {
            line += block[from] == '\n' ? 1 : 0;
            from++;
        }
    }
}
