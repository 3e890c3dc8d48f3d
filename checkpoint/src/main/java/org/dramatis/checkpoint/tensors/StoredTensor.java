package org.dramatis.checkpoint.tensors;

import java.lang.foreign.MemorySegment;

/**
 * A tensor and the type that a file shall hold it in.
 *
 * @param type that of the tensor, or for one of F32 any that holds weights
 */
record StoredTensor(TensorEntry tensor, DataType type) {
    static StoredTensor rounded(TensorEntry tensor, DataType type) {
        if (tensor.type() != DataType.F32 || !type.holdsWeights()) {
            throw new IllegalArgumentException("tensor '" + tensor.name() + "' of " + tensor.type()
                    + " cannot be rounded to " + type + ": F32 can, to F32, F16 and BF16");
        }
        return new StoredTensor(tensor, type);
    }

    String name() {
        return tensor.name();
    }

    long byteCount() {
        return type == tensor.type() ? tensor.bytes().byteSize() : tensor.elements() * type.bits() / 8;
    }

    /** Fills {@code part} with what the file shall hold from {@code first} on, the first byte of an element. */
    void copy(long first, MemorySegment part) {
        if (type == tensor.type()) {
            part.copyFrom(tensor.bytes().asSlice(first, part.byteSize()));
        } else {
            long elements = part.byteSize() * 8 / type.bits();
            MemorySegment floats =
                    tensor.bytes().asSlice(first * 8 / type.bits() * Float.BYTES, elements * Float.BYTES);
            FloatTypes.narrow(floats, type, part);
        }
    }
}
