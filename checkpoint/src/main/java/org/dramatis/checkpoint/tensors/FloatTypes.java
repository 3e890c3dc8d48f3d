package org.dramatis.checkpoint.tensors;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/** Numbers between F32 and the types that files hold weights in. */
final class FloatTypes {
    private static final ValueLayout.OfFloat MEMORY_FLOAT = ValueLayout.JAVA_FLOAT_UNALIGNED;
    private static final ValueLayout.OfFloat FILE_FLOAT = MEMORY_FLOAT.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfShort FILE_SHORT =
            ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    /** Numbers converted at a time: they stay in the first cache, and bytes leave the file only by plain copies. */
    private static final int CHUNK = 4096;

    private FloatTypes() {}

    /** Fills {@code floats}, in the byte order of the machine, with all numbers of {@code stored}, each without change. */
    static void widen(DataType type, MemorySegment stored, MemorySegment floats) {
        long count = stored.byteSize() * 8 / type.bits();
        requireRoom(count, floats);
        if (type == DataType.F32) {
            MemorySegment.copy(stored, FILE_FLOAT, 0, floats, MEMORY_FLOAT, 0, count);
            return;
        }
        int most = (int) Math.min(CHUNK, count);
        short[] narrow = new short[most];
        float[] wide = new float[most];
        for (long done = 0; done < count; done += CHUNK) {
            int size = (int) Math.min(CHUNK, count - done);
            MemorySegment.copy(stored, FILE_SHORT, done * Short.BYTES, narrow, 0, size);
            widen(type, narrow, wide);
            MemorySegment.copy(wide, 0, floats, MEMORY_FLOAT, done * Float.BYTES, size);
        }
    }

    /**
     * Fills {@code stored}, of F16 or BF16, with all numbers of {@code floats}, little-endian, each rounded to the nearest that
     * the type has, ties to even.
     */
    static void narrow(MemorySegment floats, DataType type, MemorySegment stored) {
        long count = stored.byteSize() * 8 / type.bits();
        requireRoom(count, floats);
        int most = (int) Math.min(CHUNK, count);
        short[] narrow = new short[most];
        float[] wide = new float[most];
        for (long done = 0; done < count; done += CHUNK) {
            int size = (int) Math.min(CHUNK, count - done);
            MemorySegment.copy(floats, FILE_FLOAT, done * Float.BYTES, wide, 0, size);
            narrow(wide, type, narrow);
            MemorySegment.copy(narrow, 0, stored, FILE_SHORT, done * Short.BYTES, size);
        }
    }

    /** BF16 is the upper half of F32. */
    static float fromBfloat16(short bits) {
        return Float.intBitsToFloat(bits << 16);
    }

    static short toBfloat16(float value) {
        int bits = Float.floatToRawIntBits(value);
        if (Float.isNaN(value)) {
            // Cut off, a NaN whose upper fraction is zero would be an infinity: the quiet bit keeps it one.
            return (short) (bits >>> 16 | 0x40);
        }
        // Half of the last place that stays, less one where that is even. A carry out of the fraction raises the
        // exponent.
        return (short) ((bits + 0x7FFF + (bits >>> 16 & 1)) >>> 16);
    }

    private static void widen(DataType type, short[] narrow, float[] wide) {
        boolean half = isHalf(type);
        for (int i = 0; i < wide.length; i++) {
            wide[i] = half ? Float.float16ToFloat(narrow[i]) : fromBfloat16(narrow[i]);
        }
    }

    private static void narrow(float[] wide, DataType type, short[] narrow) {
        boolean half = isHalf(type);
        for (int i = 0; i < wide.length; i++) {
            narrow[i] = half ? Float.floatToFloat16(wide[i]) : toBfloat16(wide[i]);
        }
    }

    private static boolean isHalf(DataType type) {
        if (type != DataType.F16 && type != DataType.BF16) {
            throw new IllegalArgumentException(type + " is not converted: F16 and BF16 are");
        }
        return type == DataType.F16;
    }

    private static void requireRoom(long count, MemorySegment floats) {
        if (floats.byteSize() != Math.multiplyExact(count, (long) Float.BYTES)) {
            throw new IllegalArgumentException(
                    count + " numbers take four bytes each as F32, not " + floats.byteSize() + " in all");
        }
    }
}
