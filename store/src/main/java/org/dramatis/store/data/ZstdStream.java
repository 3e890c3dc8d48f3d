package org.dramatis.store.data;

import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/**
 * The text of zstd frames that follow one another; frames to be passed over are. The library's own stream takes an end inside the
 * header of a later frame for the end of the file, and its rows would be lost without a word.
 */
final class ZstdStream extends InputStream {
    private final InputStream in;
    private final ZstdDecompressCtx context = new ZstdDecompressCtx();
    private final byte[] block = new byte[1 << 16];
    private final ByteBuffer packed = ByteBuffer.allocateDirect(block.length).limit(0);
    private final ByteBuffer text = ByteBuffer.allocateDirect(1 << 17).limit(0);
    private boolean inFrame;

    ZstdStream(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        return advance() ? text.get() & 0xFF : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!advance()) {
            return -1;
        }
        int count = Math.min(length, text.remaining());
        text.get(bytes, offset, count);
        return count;
    }

    @Override
    public void close() throws IOException {
        context.close();
        in.close();
    }

    /** Whether there is text left. */
    private boolean advance() throws IOException {
        while (!text.hasRemaining()) {
            boolean more = packed.hasRemaining() || fill();
            if (!more && !inFrame) {
                return false;
            }
            unpack();
            // Without more input there may still be text that did not fit before.
            if (!more && inFrame && !text.hasRemaining()) {
                throw new IOException("its zstd data stop in the middle. Fetch or pack it again; 'zstd -t' checks it");
            }
        }
        return true;
    }

    private boolean fill() throws IOException {
        int count = in.read(block, 0, block.length);
        packed.clear().limit(0);
        if (count > 0) {
            packed.limit(count).put(0, block, 0, count);
        }
        return count > 0;
    }

    private void unpack() throws IOException {
        text.clear();
        try {
            inFrame = !context.decompressDirectByteBufferStream(text, packed);
        } catch (ZstdException problem) {
            text.limit(0);
            throw new IOException(
                    "its zstd data are damaged, or packed with a window of more than 128 MiB (" + problem.getMessage()
                            + "). Fetch or pack it again; 'zstd -t' checks it",
                    problem);
        }
        text.flip();
    }
}
