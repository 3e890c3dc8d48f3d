package org.dramatis.checkpoint.tensors;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.OptionalLong;

/**
 * A tensor of a file: rows after one another, little-endian.
 *
 * <p>Bytes that come from a file are a read-only view of it, valid until it is closed. They may begin at any address, as some
 * tools align nothing. Do not hand them to native code: should another process cut the file short, Java code gets an error and
 * native code brings the process down. {@link TensorFiles#readWeights} fills memory that is safe.
 *
 * @param shape empty for a single number; a dimension of 0 leaves no bytes
 */
public record TensorEntry(String name, DataType type, List<Long> shape, MemorySegment bytes) {
    /** @throws IllegalArgumentException when the bytes are not as many as type and shape ask for */
    public TensorEntry {
        shape = List.copyOf(shape);
        OptionalLong expected =
                shape.stream().anyMatch(size -> size < 0) ? OptionalLong.empty() : type.byteCount(shape);
        if (expected.isEmpty() || expected.getAsLong() != bytes.byteSize()) {
            throw new IllegalArgumentException("tensor '" + name + "' of type " + type + " and shape " + shape
                    + " cannot be made of " + bytes.byteSize() + " bytes");
        }
    }

    /** How many numbers it holds. */
    public long elements() {
        return bytes.byteSize() * 8 / type.bits();
    }
}
