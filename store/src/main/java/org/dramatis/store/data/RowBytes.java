package org.dramatis.store.data;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** The bytes of one row, gathered piece by piece, and kept while they are no more than may be. */
final class RowBytes {
    private final int longest;
    private byte[] kept = new byte[1 << 12];
    private long count;

    RowBytes(int longest) {
        this.longest = longest;
    }

    void clear() {
        count = 0;
    }

    void add(byte[] source, int from, int length) {
        if (count + length <= longest) {
            int needed = (int) count + length;
            if (needed > kept.length) {
                kept = Arrays.copyOf(kept, (int) Math.min(longest, Math.max(needed, 2L * kept.length)));
            }
            System.arraycopy(source, from, kept, (int) count, length);
        }
        count += length;
    }

    /** How many were added, kept or not. */
    long count() {
        return count;
    }

    /** Empty when they are too many. */
    Optional<ByteBuffer> content() {
        return count <= longest ? Optional.of(ByteBuffer.wrap(kept, 0, (int) count)) : Optional.empty();
    }
}
