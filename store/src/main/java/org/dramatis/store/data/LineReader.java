package org.dramatis.store.data;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * Cuts a stream into lines at {@code \n} or {@code \r\n}, and passes over a byte order mark at its start. Memory is bounded by the
 * longest line that is kept: of longer ones, only the length is known.
 */
final class LineReader implements Closeable {
    private static final int BLOCK = 1 << 16;

    private final InputStream in;
    private final int longest;
    private final byte[] block = new byte[BLOCK];
    private int from;
    private int to;
    private byte[] line = new byte[1 << 12];
    private long number;

    LineReader(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    Optional<RawLine> next() throws IOException {
        if (from == to && !fill()) {
            return Optional.empty();
        }
        number++;
        long bytes = 0;
        boolean ended = false;
        while (!ended && (from < to || fill())) {
            int end = from;
            while (end < to && block[end] != '\n') {
                end++;
            }
            keep(bytes, end - from);
            bytes += end - from;
            ended = end < to;
            from = ended ? end + 1 : end;
        }
        return Optional.of(
                new RawLine(number, bytes, bytes <= longest ? Optional.of(content((int) bytes)) : Optional.empty()));
    }

    /** How many lines were read. */
    long number() {
        return number;
    }

    /** How many bytes a line may have to be kept. */
    int longest() {
        return longest;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private boolean fill() throws IOException {
        from = 0;
        to = Math.max(0, in.read(block, 0, BLOCK));
        return to > 0;
    }

    private void keep(long at, int count) {
        if (at + count > longest) {
            return;
        }
        int needed = (int) at + count;
        if (needed > line.length) {
            line = Arrays.copyOf(line, (int) Math.min(longest, Math.max(needed, 2L * line.length)));
        }
        System.arraycopy(block, from, line, (int) at, count);
    }

    private ByteBuffer content(int bytes) {
        int end = bytes > 0 && line[bytes - 1] == '\r' ? bytes - 1 : bytes;
        int start = number == 1 && isByteOrderMark(end) ? 3 : 0;
        return ByteBuffer.wrap(line, start, end - start);
    }

    private boolean isByteOrderMark(int end) {
        return end >= 3 && line[0] == (byte) 0xEF && line[1] == (byte) 0xBB && line[2] == (byte) 0xBF;
    }
}
