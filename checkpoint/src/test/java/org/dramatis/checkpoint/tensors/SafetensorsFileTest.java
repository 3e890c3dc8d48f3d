package org.dramatis.checkpoint.tensors;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import org.dramatis.checkpoint.CheckpointException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafetensorsFileTest {
    @TempDir
    Path folder;

    @Test
    void readsEveryTypeOfWeightAndListsTheOthers() throws IOException {
        String json = """
                {"__metadata__":{"format":"pt"},
                 "f":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},
                 "b":{"dtype":"BF16","shape":[1,2],"data_offsets":[8,12]},
                 "h":{"dtype":"F16","shape":[],"data_offsets":[12,14]},
                 "e":{"dtype":"F32","shape":[0,7],"data_offsets":[14,14]},
                 "attn.bias":{"dtype":"BOOL","shape":[3],"data_offsets":[14,17]}}""";
        Path path = write(json, 0, 0, 0x80, 0x3F, 0, 0, 0, 0xC0, 0xC0, 0x3F, 0, 0, 0, 0x38, 1, 0, 1);
        try (SafetensorsFile file = SafetensorsFile.open(path)) {
            assertThat(file.tensors().keySet()).containsExactlyInAnyOrder("f", "b", "h", "e", "attn.bias");
            assertThat(floats(file, "f")).containsExactly(1, -2);
            assertThat(floats(file, "b")).containsExactly(1.5f, 0);
            assertThat(floats(file, "h")).containsExactly(0.5f);
            assertThat(floats(file, "e")).isEmpty();
            assertThat(tensor(file, "b").shape()).containsExactly(1L, 2L);
            assertThat(tensor(file, "f").bytes().isReadOnly()).isTrue();
            assertThatThrownBy(() -> floats(file, "attn.bias"))
                    .isInstanceOf(CheckpointException.class)
                    .hasMessageContaining("'attn.bias' has type BOOL");
        }
    }

    @Test
    void readsAFileWhoseTensorsAreNotAligned() throws IOException {
        String json = two("u", 0, 1, "v", 1, 5).replace("\"U8\",\"shape\":[4]", "\"F32\",\"shape\":[1]");
        Path path = write(json, 9, 0, 0, 0x80, 0x3F);
        try (SafetensorsFile file = SafetensorsFile.open(path)) {
            assertThat(floats(file, "v")).containsExactly(1);
        }
    }

    @Test
    void readsBeyondTwoGibibytes() throws IOException {
        long elements = 700_000_000;
        String json = "{\"big\":{\"dtype\":\"F32\",\"shape\":[700000000],\"data_offsets\":[0,2800000000]},"
                + "\"last\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[2800000000,2800000004]}}";
        Path path = write(json);
        try (RandomAccessFile sparse = new RandomAccessFile(path.toFile(), "rw")) {
            sparse.seek(8 + json.length() + elements * Float.BYTES);
            sparse.write(new byte[] {0, 0, 0, 0x40});
        }
        try (SafetensorsFile file = SafetensorsFile.open(path)) {
            assertThat(floats(file, "last")).containsExactly(2);
            assertThat(tensor(file, "big").elements()).isEqualTo(elements);
        }
    }

    @Test
    void aSegmentOfAnotherSizeThanTheTensorIsRefused() throws IOException {
        Path path = write("{\"a\":{\"dtype\":\"F16\",\"shape\":[2],\"data_offsets\":[0,4]}}", 0, 0, 0, 0);
        try (SafetensorsFile file = SafetensorsFile.open(path)) {
            assertThatThrownBy(() -> file.readWeights(tensor(file, "a"), MemorySegment.ofArray(new float[3])))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("2 numbers");
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "a mapped file cannot be cut short")
    void aFileThatIsCutShortWhileOpenIsAnErrorAndNoCrash() throws IOException {
        int elements = 1 << 20;
        Path path = write(
                "{\"a\":{\"dtype\":\"BF16\",\"shape\":[1048576],\"data_offsets\":[0,2097152]}}",
                new byte[2 * elements]);
        try (SafetensorsFile file = SafetensorsFile.open(path)) {
            try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
                channel.truncate(4096);
            }
            assertThatThrownBy(() -> floats(file, "a"))
                    .isInstanceOf(CheckpointException.class)
                    .hasMessageStartingWith(path.toString());
        }
    }

    @Test
    void aFileThatGrowsWhileOpenIsAnError() throws IOException {
        Path path = write("{\"a\":{\"dtype\":\"F32\",\"shape\":[],\"data_offsets\":[0,4]}}", 0, 0, 0, 0);
        try (SafetensorsFile file = SafetensorsFile.open(path)) {
            long size = Files.size(path);
            Files.write(path, new byte[1], StandardOpenOption.APPEND);
            assertThatThrownBy(() -> floats(file, "a"))
                    .isInstanceOf(CheckpointException.class)
                    .hasMessageContaining("had " + size + " bytes when it was opened and has " + (size + 1));
        }
    }

    @Test
    void aClosedFileIsReadNoMore() throws IOException {
        SafetensorsFile file = SafetensorsFile.open(
                write("{\"a\":{\"dtype\":\"F32\",\"shape\":[],\"data_offsets\":[0,4]}}", 0, 0, 0, 0));
        file.close();
        assertThatThrownBy(() -> floats(file, "a")).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, Long.MIN_VALUE, Long.MAX_VALUE, 3, 100, 1L << 40})
    void anAbsurdLengthOfTheHeaderIsRefused(long length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(10)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(length)
                .put((byte) '{')
                .put((byte) '}');
        Path path = Files.write(folder.resolve("x.safetensors"), bytes.array());
        assertThatThrownBy(() -> SafetensorsFile.open(path))
                .isInstanceOf(CheckpointException.class)
                .hasMessageStartingWith(path + " claims a header of " + Long.toUnsignedString(length) + " bytes, of 2");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7})
    void aFileWithoutEvenALengthIsRefused(int size) throws IOException {
        Path path = Files.write(folder.resolve("x.safetensors"), new byte[size]);
        assertThatThrownBy(() -> SafetensorsFile.open(path))
                .isInstanceOf(CheckpointException.class)
                .hasMessageStartingWith(path + " has " + size + " bytes");
    }

    static Stream<Arguments> wrongHeaders() {
        return Stream.of(
                arguments("", "holds no JSON object"),
                arguments("[]", "holds no JSON object"),
                arguments("{} {}", "goes on after"),
                arguments("{\"a\":" + "[".repeat(5000) + "]".repeat(5000) + "}", "nesting depth"),
                arguments("{\"__metadata__\":{\"step\":1}}", "__metadata__ is {\"step\":1}"),
                arguments("{\"__metadata__\":null}", "__metadata__ is null"),
                arguments("{\"a\":7}", "'a' is described by 7"),
                arguments("{\"a\":{}}", "'a' has dtype nothing"),
                arguments(tensor("F31", "[1]", "[0,4]"), "'a' has dtype \"F31\", which is none of [BOOL, F4"),
                arguments(tensor("f32", "[1]", "[0,4]"), "'a' has dtype \"f32\""),
                arguments(tensor("F32", "1", "[0,4]"), "'a' has shape 1"),
                arguments(tensor("F32", "[-1]", "[0,4]"), "'a' has -1 in its shape"),
                arguments(tensor("F32", "[1.0]", "[0,4]"), "'a' has 1.0 in its shape"),
                arguments(tensor("F32", "[\"1\"]", "[0,4]"), "'a' has \"1\" in its shape"),
                arguments(tensor("F32", "[9223372036854775808]", "[0,4]"), "'a' has 9223372036854775808 in its shape"),
                arguments(tensor("F32", "[" + "1,".repeat(64) + "1]", "[0,4]"), "list of up to 64"),
                arguments(tensor("F32", "[4294967296,4294967296]", "[0,4]"), "no whole number of bytes"),
                arguments(tensor("F32", "[4611686018427387904,4]", "[0,0]"), "no whole number of bytes"),
                arguments(tensor("F4", "[3]", "[0,4]"), "no whole number of bytes"),
                arguments(tensor("F32", "[2]", "[0,4]"), "take 8 bytes, but data_offsets [0, 4], which are 4"),
                arguments(tensor("F32", "[1]", "[4,0]"), "'a' has data_offsets [4, 0]"),
                arguments(tensor("F32", "[1]", "[0]"), "'a' has data_offsets [0]"),
                arguments(tensor("F32", "[1]", "[0,2,4]"), "'a' has data_offsets [0,2,4]"),
                arguments(tensor("F32", "[1]", "[0,-4]"), "'a' has -4 in its data_offsets"),
                arguments(tensor("F32", "[2]", "[0,8]"), "'a' ends at byte 8, but the file holds 4"),
                arguments(tensor("U8", "[3]", "[1,4]"), "'a' begins at byte 1, where the tensors before it end at 0"),
                arguments(tensor("U8", "[3]", "[0,3]"), "holds 4 bytes after its header, of which 3 belong to tensors"),
                arguments("{}", "of which 0 belong to tensors"),
                arguments(two("a", 0, 3, "b", 2, 4), "'b' begins at byte 2, where the tensors before it end at 3"),
                arguments(two("a", 0, 1, "b", 2, 4), "no byte may be left out"),
                arguments(two("a", 0, 4, "b", 0, 4), "tensors may not overlap"),
                arguments(two("a", 0, 4, "b", 2, 2), "tensors may not overlap"),
                arguments(two("a", 0, 2, "a", 2, 4), "\"a\""));
    }

    @ParameterizedTest
    @MethodSource("wrongHeaders")
    void aWrongHeaderIsRefusedWithTheReason(String json, String reason) throws IOException {
        Path path = write(json, 0, 0, 0, 0);
        assertThatThrownBy(() -> SafetensorsFile.open(path))
                .isInstanceOf(CheckpointException.class)
                .hasMessageStartingWith(path.toString())
                .hasMessageContaining(reason);
    }

    @Test
    void aHeaderOfBytesThatAreNoTextIsRefused() {
        byte[] bytes = {'{', '"', (byte) 0xFF, '"', ':', '1', '}'};
        assertThatThrownBy(() -> SafetensorsHeader.read("x", bytes, 0))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("not JSON that can be read");
    }

    private static String tensor(String type, String shape, String offsets) {
        return "{\"a\":{\"dtype\":\"" + type + "\",\"shape\":" + shape + ",\"data_offsets\":" + offsets + "}}";
    }

    private static String two(String first, int begin, int end, String second, int from, int to) {
        String place = "\"%s\":{\"dtype\":\"U8\",\"shape\":[%d],\"data_offsets\":[%d,%d]}";
        return "{" + place.formatted(first, end - begin, begin, end) + ","
                + place.formatted(second, to - from, from, to) + "}";
    }

    private Path write(String json, int... data) throws IOException {
        byte[] bytes = new byte[data.length];
        for (int i = 0; i < data.length; i++) {
            bytes[i] = (byte) data[i];
        }
        return write(json, bytes);
    }

    private Path write(String json, byte[] data) throws IOException {
        byte[] header = json.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(8 + header.length + data.length).order(ByteOrder.LITTLE_ENDIAN);
        return Files.write(
                folder.resolve("x.safetensors"),
                bytes.putLong(header.length).put(header).put(data).array());
    }

    private static TensorEntry tensor(SafetensorsFile file, String name) {
        return requireNonNull(file.tensors().get(name));
    }

    private static float[] floats(SafetensorsFile file, String name) {
        TensorEntry tensor = tensor(file, name);
        float[] floats = new float[(int) tensor.elements()];
        file.readWeights(tensor, MemorySegment.ofArray(floats));
        return floats;
    }
}
