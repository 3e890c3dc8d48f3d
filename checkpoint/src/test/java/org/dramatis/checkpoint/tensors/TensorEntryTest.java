package org.dramatis.checkpoint.tensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.MemorySegment;
import java.util.List;
import org.junit.jupiter.api.Test;

class TensorEntryTest {
    @Test
    void countsItsNumbers() {
        assertThat(entry(DataType.F16, List.of(2L, 3L), 12).elements()).isEqualTo(6);
        assertThat(entry(DataType.F32, List.of(), 4).elements()).isEqualTo(1);
        assertThat(entry(DataType.F64, List.of(5L, 0L), 0).elements()).isZero();
        assertThat(entry(DataType.F6_E2M3, List.of(4L), 3).elements()).isEqualTo(4);
    }

    @Test
    void bytesThatTypeAndShapeDoNotAskForAreRefused() {
        for (List<Long> shape : List.of(List.of(3L), List.of(-1L, -2L), List.of(1L << 62, 4L), List.<Long>of())) {
            assertThatThrownBy(() -> entry(DataType.F32, shape, 8))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("'x' of type F32 and shape " + shape);
        }
        assertThatThrownBy(() -> entry(DataType.F4, List.of(3L), 2)).isInstanceOf(IllegalArgumentException.class);
    }

    private static TensorEntry entry(DataType type, List<Long> shape, int bytes) {
        return new TensorEntry("x", type, shape, MemorySegment.ofArray(new byte[bytes]));
    }
}
