package org.dramatis.checkpoint.tensors;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What an element of a tensor is, under the name that files give it. The order is that of the format: files are laid out from
 * the last type to the first, so that wide elements stay aligned.
 */
public enum DataType {
    BOOL(8),
    F4(4),
    F6_E2M3(6),
    F6_E3M2(6),
    U8(8),
    I8(8),
    F8_E5M2(8),
    F8_E4M3(8),
    F8_E8M0(8),
    F8_E4M3FNUZ(8),
    F8_E5M2FNUZ(8),
    I16(16),
    U16(16),
    F16(16),
    BF16(16),
    I32(32),
    U32(32),
    F32(32),
    C64(64),
    F64(64),
    I64(64),
    U64(64);

    private final int bits;

    DataType(int bits) {
        this.bits = bits;
    }

    /** The type of this name, exactly as written: {@code BF16}. */
    public static Optional<DataType> named(String name) {
        return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
    }

    /** Of one element. */
    public int bits() {
        return bits;
    }

    /** Whether the numbers of a network are read from this type, and written to it: F32, F16 and BF16. */
    public boolean holdsWeights() {
        return this == F32 || this == F16 || this == BF16;
    }

    /** The bytes of a tensor of this shape, of no dimension below zero; none where they are not whole, or not below 2^60. */
    OptionalLong byteCount(List<Long> shape) {
        try {
            long total = bits;
            for (long dimension : shape) {
                total = Math.multiplyExact(total, dimension);
            }
            return total % 8 == 0 ? OptionalLong.of(total / 8) : OptionalLong.empty();
        } catch (ArithmeticException overflow) {
            return OptionalLong.empty();
        }
    }
}
