package org.dramatis.checkpoint.tensors;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import org.junit.jupiter.api.Test;

class FloatTypesTest {
    /** Bits of zero to infinity: between neighbours lie a tie, and a number on either side of it. */
    private static final int BFLOAT_INFINITY = 0x7F80;

    private static final int HALF_INFINITY = 0x7C00;

    @Test
    void bfloat16RoundsToTheNearestAndTiesToEvenEverywhere() {
        for (int bits = 0; bits < BFLOAT_INFINITY; bits++) {
            float tie = Float.intBitsToFloat(bits << 16 | 0x8000);
            int even = bits % 2 == 0 ? bits : bits + 1;
            assertBfloat(Float.intBitsToFloat(bits << 16), bits);
            assertBfloat(Math.nextDown(tie), bits);
            assertBfloat(tie, even);
            assertBfloat(Math.nextUp(tie), bits + 1);
        }
    }

    @Test
    void bfloat16KeepsInfinitiesAndEveryNanANan() {
        assertBfloat(Float.POSITIVE_INFINITY, BFLOAT_INFINITY);
        assertBfloat(Float.MAX_VALUE, BFLOAT_INFINITY);
        assertBfloat(Float.MIN_VALUE, 0);
        for (int nan : new int[] {0x7FC00000, 0x7F800001, 0x7FFFFFFF, 0xFF800001, 0xFFFFFFFF}) {
            short bits = FloatTypes.toBfloat16(Float.intBitsToFloat(nan));
            assertThat(FloatTypes.fromBfloat16(bits)).isNaN();
            assertThat(bits < 0).as("sign").isEqualTo(nan < 0);
        }
    }

    @Test
    void float16RoundsToTheNearestAndTiesToEvenEverywhere() {
        for (int bits = 0; bits < HALF_INFINITY; bits++) {
            // Twice the largest exponent's step leads to 65536, where infinity begins to be nearest half-way.
            float next = bits + 1 == HALF_INFINITY ? 65536 : halfValue(bits + 1);
            float tie = (halfValue(bits) + next) / 2;
            int even = bits % 2 == 0 ? bits : bits + 1;
            assertHalf(halfValue(bits), bits);
            assertHalf(Math.nextDown(tie), bits);
            assertHalf(tie, even);
            assertHalf(Math.nextUp(tie), bits + 1);
        }
        assertHalf(Float.MAX_VALUE, HALF_INFINITY);
        assertHalf(Float.POSITIVE_INFINITY, HALF_INFINITY);
        assertThat(widened(DataType.F16, narrowed(DataType.F16, Float.NaN))).isNaN();
    }

    @Test
    void everyFloat16HasTheValueOfTheStandard() {
        for (int bits = 0; bits < HALF_INFINITY; bits++) {
            assertThat(widened(DataType.F16, (short) bits)).isEqualTo(halfValue(bits));
            assertThat(widened(DataType.F16, (short) (bits | 0x8000))).isEqualTo(-halfValue(bits));
        }
        assertThat(widened(DataType.F16, (short) HALF_INFINITY)).isEqualTo(Float.POSITIVE_INFINITY);
        assertThat(widened(DataType.F16, (short) (HALF_INFINITY + 1))).isNaN();
    }

    @Test
    void longTensorsAreConvertedToTheLastNumber() {
        for (int size : List.of(0, 1, 4095, 4096, 4097, 10_000)) {
            for (DataType type : List.of(DataType.F16, DataType.BF16)) {
                MemorySegment floats = MemorySegment.ofArray(new float[size]);
                for (int i = 0; i < size; i++) {
                    floats.setAtIndex(ValueLayout.JAVA_FLOAT, i, i % 256 - 100);
                }
                MemorySegment stored = MemorySegment.ofArray(new byte[size * type.bits() / 8]);
                MemorySegment back = MemorySegment.ofArray(new float[size]);
                FloatTypes.narrow(floats, type, stored);
                FloatTypes.widen(type, stored, back);
                assertThat(back.mismatch(floats)).as("%d of %s", size, type).isEqualTo(-1);
            }
        }
    }

    /** IEEE 754 binary16: 2^(e - 15) (1 + m / 1024), and 2^-14 m / 1024 where e = 0. */
    private static float halfValue(int bits) {
        int exponent = bits >> 10;
        double fraction = (bits & 0x3FF) / 1024.0;
        return (float) (exponent == 0 ? Math.scalb(fraction, -14) : Math.scalb(1 + fraction, exponent - 15));
    }

    private static void assertBfloat(float value, int bits) {
        assertBits(value, FloatTypes.toBfloat16(value), bits);
        assertBits(-value, FloatTypes.toBfloat16(-value), bits | 0x8000);
    }

    private static void assertHalf(float value, int bits) {
        assertBits(value, narrowed(DataType.F16, value), bits);
        assertBits(-value, narrowed(DataType.F16, -value), bits | 0x8000);
    }

    /** Without AssertJ, as it is called half a million times. */
    private static void assertBits(float value, short actual, int expected) {
        if (actual != (short) expected) {
            throw new AssertionError("%s became %04x instead of %04x".formatted(value, actual, (short) expected));
        }
    }

    private static short narrowed(DataType type, float value) {
        short[] stored = new short[1];
        FloatTypes.narrow(MemorySegment.ofArray(new float[] {value}), type, MemorySegment.ofArray(stored));
        return stored[0];
    }

    private static float widened(DataType type, short bits) {
        float[] floats = new float[1];
        FloatTypes.widen(type, MemorySegment.ofArray(new short[] {bits}), MemorySegment.ofArray(floats));
        return floats[0];
    }
}
