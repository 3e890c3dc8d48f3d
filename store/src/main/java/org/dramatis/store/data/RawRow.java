package org.dramatis.store.data;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * A row as bytes of JSON.
 *
 * @param number from 1, empty ones counted
 * @param line where it begins; the number again where the file has no lines
 * @param bytes how many it has
 * @param content valid until the next row is read; empty when the row is longer than what is kept
 */
record RawRow(long number, long line, long bytes, Optional<ByteBuffer> content) {
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
