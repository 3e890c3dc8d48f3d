package org.dramatis.checkpoint.tensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dramatis.checkpoint.CheckpointException;
import org.dramatis.checkpoint.ModelFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TensorFilesTest {
    @TempDir
    Path folder;

    @Test
    void opensOneFile() {
        shard("model.safetensors", 1, "b", "a");
        try (TensorFiles tensors = open()) {
            assertThat(tensors.names()).containsExactly("a", "b");
            assertThat(tensors.require("a").shape()).containsExactly(1L);
            assertThat(tensors.find("c")).isEmpty();
            assertThatThrownBy(() -> tensors.require("c"))
                    .isInstanceOf(CheckpointException.class)
                    .hasMessage(folder + " has no tensor 'c'; it has 2, the first of them 'a'");
            assertThatThrownBy(() -> tensors.readWeights("c", MemorySegment.ofArray(new float[1])))
                    .isInstanceOf(CheckpointException.class)
                    .hasMessageContaining("no tensor 'c'");
        }
    }

    @Test
    void opensShardsThroughTheirIndex() throws IOException {
        shard("model-1.safetensors", 1, "a", "c");
        shard("model-2.safetensors", 2, "b");
        index("{'a':'model-1.safetensors','b':'model-2.safetensors','c':'model-1.safetensors'}");
        try (TensorFiles tensors = open()) {
            assertThat(tensors.names()).containsExactly("a", "b", "c");
            float[] value = new float[1];
            tensors.readWeights("b", MemorySegment.ofArray(value));
            assertThat(value).containsExactly(2);
            tensors.readWeights("c", MemorySegment.ofArray(value));
            assertThat(value).containsExactly(1);
        }
    }

    /** As the reference library does, which loads whole shards. */
    @Test
    void aTensorThatTheIndexLeavesOutIsThere() throws IOException {
        shard("model-1.safetensors", 1, "a", "unlisted");
        index("{'a':'model-1.safetensors'}");
        try (TensorFiles tensors = open()) {
            assertThat(tensors.names()).containsExactly("a", "unlisted");
        }
    }

    @Test
    void aTensorInTwoShardsIsRefused() throws IOException {
        shard("model-1.safetensors", 1, "a");
        shard("model-2.safetensors", 2, "a", "b");
        index("{'a':'model-1.safetensors','b':'model-2.safetensors'}");
        assertRefused("tensor 'a' is in ");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "{'a':'model-2.safetensors'} | names the file 'model-2.safetensors', which is not there",
                "{'b':'model-1.safetensors'} | puts tensor 'b' into 'model-1.safetensors', which does not hold it",
                "{'a':'../model-1.safetensors'} | a file must lie in the folder itself",
                "{'a':'/model-1.safetensors'} | a file must lie in the folder itself",
                "{'a':'sub/model-1.safetensors'} | a file must lie in the folder itself",
                "{'a':1} | puts tensor 'a' into 1, where the name of a file must be",
                "{'a':'model.safetensors.index.json'} | claims a header",
                "{'a':'model-1.safetensors','a':'model-1.safetensors'} | \"a\"",
                "{} | has weight_map {}, where an object",
                "null | has weight_map null",
            })
    void aWrongIndexIsRefusedWithTheReason(String weights, String reason) throws IOException {
        shard("model-1.safetensors", 1, "a");
        index(weights);
        assertRefused(reason);
    }

    @Test
    void anIndexWithoutAMapIsRefused() throws IOException {
        Files.writeString(folder.resolve("model.safetensors.index.json"), "{}");
        assertRefused("has weight_map nothing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pytorch_model.bin", "pytorch_model-00001-of-00002.bin", "model-q4.gguf", "tf_model.h5"})
    void weightsInAnotherFormatAreNamedWithAWayOut(String name) throws IOException {
        Files.writeString(folder.resolve("config.json"), "{}");
        Files.writeString(folder.resolve(name), "");
        assertRefused("has neither model.safetensors nor model.safetensors.index.json, but " + name + ": convert it");
    }

    @Test
    void anAdapterAloneIsNoModel() {
        shard("adapter_model.safetensors", 1, "a");
        assertRefused("but an adapter: give the folder of the model that it was trained on");
    }

    @Test
    void aFolderWithoutWeightsIsRefused() {
        assertRefused("give the folder of a model with its weights");
    }

    @Test
    void closingForgetsTheTensorsAndTheirBytes() {
        shard("model.safetensors", 1, "a");
        TensorFiles tensors = open();
        TensorEntry entry = tensors.require("a");
        tensors.close();
        tensors.close();
        assertThat(tensors.names()).isEmpty();
        assertThat(entry.bytes().scope().isAlive()).isFalse();
    }

    private TensorFiles open() {
        return TensorFiles.open(new ModelFolder(folder));
    }

    private void assertRefused(String reason) {
        assertThatThrownBy(this::open).isInstanceOf(CheckpointException.class).hasMessageContaining(reason);
    }

    private void shard(String file, float value, String... names) {
        byte[] bytes = ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putFloat(value)
                .array();
        SafetensorsWriter.write(
                folder.resolve(file),
                Stream.of(names)
                        .map(name -> new TensorEntry(name, DataType.F32, List.of(1L), MemorySegment.ofArray(bytes)))
                        .toList());
    }

    private void index(String weights) throws IOException {
        String json = "{\"metadata\":{\"total_size\":8},\"weight_map\":" + weights.replace('\'', '"') + "}";
        Files.writeString(folder.resolve("model.safetensors.index.json"), json);
    }
}
