package org.dramatis.checkpoint.tensors;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.dramatis.checkpoint.CheckpointException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafetensorsWriterTest {
    @TempDir
    Path folder;

    private static final TensorEntry MASK = entry("mask", DataType.BOOL, List.of(2L), "0100");
    private static final TensorEntry A = entry("a", DataType.F32, List.of(2L, 1L), "0000c03f00004040");
    private static final TensorEntry B = entry("b", DataType.F32, List.of(2L), "0000803f000000c0");
    private static final TensorEntry HALF = entry("h", DataType.F16, List.of(), "0038");
    private static final TensorEntry EMPTY = entry("z", DataType.BF16, List.of(0L, 3L), "");

    /** What safetensors 0.8.0 for Python writes for these tensors with {@code save(..., metadata={"format": "pt"})}. */
    @Test
    void writesTheBytesOfTheReferenceLibrary() throws IOException {
        String header = "{\"__metadata__\":{\"format\":\"pt\"},"
                + "\"a\":{\"dtype\":\"F32\",\"shape\":[2,1],\"data_offsets\":[0,8]},"
                + "\"b\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[8,16]},"
                + "\"z\":{\"dtype\":\"BF16\",\"shape\":[0,3],\"data_offsets\":[16,16]},"
                + "\"h\":{\"dtype\":\"F16\",\"shape\":[],\"data_offsets\":[16,18]},"
                + "\"mask\":{\"dtype\":\"BOOL\",\"shape\":[2],\"data_offsets\":[18,20]}}";
        Path file = folder.resolve("model.safetensors");
        SafetensorsWriter.write(file, List.of(MASK, B, EMPTY, HALF, A));
        assertThat(HexFormat.of().formatHex(Files.readAllBytes(file)))
                .isEqualTo("3801000000000000"
                        + HexFormat.of().formatHex(header.getBytes(StandardCharsets.UTF_8))
                        + "0000c03f000040400000803f000000c000380100");
    }

    @Test
    void theOrderInWhichTensorsComeChangesNothing() throws IOException {
        Path one = folder.resolve("one");
        Path other = folder.resolve("other");
        SafetensorsWriter.write(one, List.of(A, B, MASK));
        SafetensorsWriter.write(other, List.of(MASK, B, A));
        assertThat(Files.readAllBytes(one)).isEqualTo(Files.readAllBytes(other));
    }

    @Test
    void whatIsWrittenIsRead() {
        Path file = folder.resolve("model.safetensors");
        TensorEntry odd = entry("a \"quoted\" näme\n🐢", DataType.U8, List.of(1L, 3L), "010203");
        SafetensorsWriter.write(file, List.of(A, odd, EMPTY));
        try (SafetensorsFile read = SafetensorsFile.open(file)) {
            assertThat(read.tensors().keySet()).containsExactlyInAnyOrder("a", odd.name(), "z");
            for (TensorEntry tensor : List.of(A, odd, EMPTY)) {
                assertThat(read.tensors().get(tensor.name())).satisfies(back -> {
                    assertThat(back.type()).isEqualTo(tensor.type());
                    assertThat(back.shape()).isEqualTo(tensor.shape());
                    assertThat(back.bytes().mismatch(tensor.bytes())).isEqualTo(-1);
                });
            }
        }
    }

    @Test
    void noTensorsAreAFileToo() {
        Path file = folder.resolve("model.safetensors");
        SafetensorsWriter.write(file, List.of());
        try (SafetensorsFile read = SafetensorsFile.open(file)) {
            assertThat(read.tensors()).isEmpty();
        }
    }

    @Test
    void roundsTensorsOfManyChunksAsTheyAreWritten() {
        int size = 1_500_001;
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = i * 0.37f - 1000;
        }
        MemorySegment bytes = MemorySegment.ofArray(new byte[size * Float.BYTES]);
        MemorySegment.copy(MemorySegment.ofArray(values), 0, bytes, 0, bytes.byteSize());
        TensorEntry wide = new TensorEntry("wide", DataType.F32, List.of((long) size), bytes);
        Path file = folder.resolve("model.safetensors");
        SafetensorsWriter.write(file, DataType.BF16, List.of(wide, A));
        try (SafetensorsFile read = SafetensorsFile.open(file)) {
            TensorEntry narrow = requireNonNull(read.tensors().get("wide"));
            assertThat(narrow.type()).isEqualTo(DataType.BF16);
            for (int i = 0; i < size; i++) {
                if (narrow.bytes().get(ValueLayout.JAVA_SHORT_UNALIGNED, 2L * i) != FloatTypes.toBfloat16(values[i])) {
                    throw new AssertionError("number " + i);
                }
            }
        }
    }

    @Test
    void onlyTensorsOfF32AreRounded() {
        Path file = folder.resolve("model.safetensors");
        assertThatThrownBy(() -> SafetensorsWriter.write(file, DataType.BF16, List.of(HALF)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'h' of F16");
        assertThatThrownBy(() -> SafetensorsWriter.write(file, DataType.I8, List.of(A)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("to I8");
    }

    @Test
    void twoTensorsOfOneNameAndTheNameOfTheMetadataAreRefused() {
        Path file = folder.resolve("model.safetensors");
        assertThatThrownBy(() -> SafetensorsWriter.write(file, List.of(A, A)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'a'");
        TensorEntry metadata = entry("__metadata__", DataType.U8, List.of(1L), "00");
        assertThatThrownBy(() -> SafetensorsWriter.write(file, List.of(metadata)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(file).doesNotExist();
    }

    @Test
    void aFileIsReplacedWhileAReaderKeepsTheOldOne() {
        Path file = folder.resolve("model.safetensors");
        SafetensorsWriter.write(file, List.of(A));
        try (SafetensorsFile old = SafetensorsFile.open(file)) {
            SafetensorsWriter.write(file, List.of(MASK));
            assertThat(requireNonNull(old.tensors().get("a")).bytes().mismatch(A.bytes()))
                    .isEqualTo(-1);
        }
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void whatFailsLeavesTheOldFileAndNothingElse() throws IOException {
        Path file = folder.resolve("model.safetensors");
        Files.writeString(file, "old");
        assertThatThrownBy(() -> WholeFile.write(file, channel -> {
                    channel.write(ByteBuffer.allocate(100));
                    throw new IOException("no space left");
                }))
                .hasMessage("no space left");
        assertThat(file).hasContent("old");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        Path file = folder.resolve("missing/model.safetensors");
        assertThatThrownBy(() -> SafetensorsWriter.write(file, List.of(A)))
                .isInstanceOf(CheckpointException.class)
                .hasMessageStartingWith(file + " cannot be written");
    }

    private static TensorEntry entry(String name, DataType type, List<Long> shape, String hexadecimal) {
        return new TensorEntry(
                name, type, shape, MemorySegment.ofArray(HexFormat.of().parseHex(hexadecimal)));
    }
}
