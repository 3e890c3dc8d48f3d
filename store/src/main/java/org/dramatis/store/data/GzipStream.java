package org.dramatis.store.data;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * The text of gzip members that follow one another. Bytes after a member that begin no other are an error: the library ends there
 * without a word, and rows would be lost. So is a long run of empty members, for each of which it goes deeper into the stack.
 */
final class GzipStream extends GZIPInputStream {
    private static final int TRAILER = 8;
    private static final int MOST_EMPTY_MEMBERS = 100;

    private final Counted source;
    private long atFill;
    private int depth;

    GzipStream(InputStream compressed) throws IOException {
        this(new Counted(compressed));
    }

    private GzipStream(Counted source) throws IOException {
        super(source, 1 << 16);
        this.source = source;
    }

    @Override
    protected void fill() throws IOException {
        super.fill();
        atFill = source.count;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        depth++;
        try {
            if (depth > MOST_EMPTY_MEMBERS) {
                throw new ZipException("more than " + MOST_EMPTY_MEMBERS + " empty members in a row");
            }
            int count = super.read(bytes, offset, length);
            if (count < 0 && goesOn()) {
                throw new ZipException("bytes that are not gzip follow what is");
            }
            return count;
        } finally {
            depth--;
        }
    }

    /** At the end, whether more was looked at than the last trailer, which the inflater leaves or the source still had. */
    private boolean goesOn() {
        return inf.getRemaining() + source.count - atFill > TRAILER;
    }

    private static final class Counted extends FilterInputStream {
        private long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            count += value < 0 ? 0 : 1;
            return value;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            count += Math.max(0, read);
            return read;
        }
    }
}
