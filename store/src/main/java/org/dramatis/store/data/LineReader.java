package org.dramatis.store.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Cuts a stream into lines at {@code \n} or {@code \r\n}, and passes over a byte order mark at its start. */
final class LineReader extends BlockReader {
    LineReader(InputStream in, int longest) {
        super(in, longest);
    }

    @Override
    public Unit unit() {
        return Unit.LINE;
    }

    @Override
    public Optional<RawRow> next() throws IOException {
        if (!ready()) {
            return Optional.empty();
        }
        row.clear();
        boolean ended = false;
        while (!ended && ready()) {
            int end = from;
            while (end < to && block[end] != '\n') {
                end++;
            }
            row.add(block, from, end - from);
            ended = end < to;
            from = ended ? end + 1 : end;
        }
        number++;
        return Optional.of(new RawRow(number, number, row.count(), row.content().map(this::trimmed)));
    }

    private ByteBuffer trimmed(ByteBuffer line) {
        int end = line.limit();
        if (end > 0 && line.get(end - 1) == '\r') {
            line.limit(end - 1);
        }
        if (number == 1 && isByteOrderMark(line)) {
            line.position(3);
        }
        return line;
    }

    private static boolean isByteOrderMark(ByteBuffer line) {
        return line.limit() >= 3
                && line.get(0) == (byte) 0xEF
                && line.get(1) == (byte) 0xBB
                && line.get(2) == (byte) 0xBF;
    }
}
