package org.dramatis.store.data;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * A line as bytes, without what ends it.
 *
 * @param bytes how many it has
 * @param content valid until the next line is read; empty when the line is longer than what is kept
 */
record RawLine(long number, long bytes, Optional<ByteBuffer> content) {
    /** Whether it holds nothing but white space of JSON. */
    boolean isBlank() {
        return content.isPresent() && isBlank(content.get());
    }

    private static boolean isBlank(ByteBuffer content) {
        for (int i = content.position(); i < content.limit(); i++) {
            byte at = content.get(i);
            if (at != ' ' && at != '\t' && at != '\r') {
                return false;
            }
        }
        return true;
    }
}
