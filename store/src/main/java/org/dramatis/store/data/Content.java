package org.dramatis.store.data;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** What the first bytes of a stream say that it holds. */
enum Content {
    PARQUET,
    GZIP,
    ZSTD,
    /** One list of JSON. */
    LIST,
    /** Whatever is nothing else. */
    LINES;

    /** So much white space may stand before a list. */
    private static final int MOST_BLANKS = 4096;

    /** Leaves the stream where it is. */
    static Content of(BufferedInputStream stream) throws IOException {
        stream.mark(4);
        int magic = ByteBuffer.wrap(Arrays.copyOf(stream.readNBytes(4), 4)).getInt();
        stream.reset();
        if (magic == 0x50_41_52_31) {
            return PARQUET;
        }
        if ((magic >>> 16) == 0x1F_8B) {
            return GZIP;
        }
        // Sixteen signs of frames that are passed over: some tools begin with one.
        if (magic == 0x28_B5_2F_FD || (magic & 0xF0_FF_FF_FF) == 0x50_2A_4D_18) {
            return ZSTD;
        }
        return firstSign(stream, (magic >>> 8) == 0xEF_BB_BF) == '[' ? LIST : LINES;
    }

    /** Byte by byte: of data that were cut short, none is asked for that is not needed. */
    private static int firstSign(BufferedInputStream stream, boolean marked) throws IOException {
        stream.mark(MOST_BLANKS + 8);
        stream.skipNBytes(marked ? 3 : 0);
        int sign = stream.read();
        for (int i = 0; i < MOST_BLANKS && (sign == ' ' || sign == '\t' || sign == '\r' || sign == '\n'); i++) {
            sign = stream.read();
        }
        stream.reset();
        return sign;
    }
}
