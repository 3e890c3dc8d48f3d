package org.dramatis.store.data;

import java.io.IOException;
import java.io.InputStream;

/** What cuts a stream of bytes into rows has in common. Memory is bounded by a block and the longest row that is kept. */
abstract class BlockReader implements RawRows {
    final byte[] block = new byte[1 << 16];
    final RowBytes row;
    int from;
    int to;
    long number;

    private final InputStream in;

    BlockReader(InputStream in, int longest) {
        this.in = in;
        row = new RowBytes(longest);
    }

    /** Whether there is a byte at {@code from}. */
    final boolean ready() throws IOException {
        if (from == to) {
            from = 0;
            to = Math.max(0, in.read(block, 0, block.length));
        }
        return from < to;
    }

    @Override
    public final long number() {
        return number;
    }

    @Override
    public final void close() throws IOException {
        in.close();
    }
}
