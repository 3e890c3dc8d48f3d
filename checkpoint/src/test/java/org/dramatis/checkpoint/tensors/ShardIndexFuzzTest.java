package org.dramatis.checkpoint.tensors;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dramatis.checkpoint.CheckpointException;
import org.dramatis.checkpoint.ModelFolder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Any bytes as the index of a folder with two shards. */
class ShardIndexFuzzTest {
    @TempDir
    static Path folder;

    @BeforeAll
    static void twoShards() {
        for (String name : List.of("a", "b")) {
            TensorEntry tensor = new TensorEntry(name, DataType.F32, List.of(1L), MemorySegment.ofArray(new byte[4]));
            SafetensorsWriter.write(folder.resolve(name + ".safetensors"), List.of(tensor));
        }
    }

    @DictionaryEntries({
        "\"weight_map\":{",
        "\"a\":",
        "\"b\":",
        "\"a.safetensors\"",
        "\"b.safetensors\"",
        "\"../\"",
        "\"\\u0000\""
    })
    @FuzzTest(maxDuration = "5m")
    void anIndexIsReadOrRefused(byte[] index) throws IOException {
        Files.write(folder.resolve(TensorFiles.INDEX), index);
        try (TensorFiles files = TensorFiles.open(new ModelFolder(folder))) {
            assertThat(files.names()).isNotEmpty().isSubsetOf("a", "b");
        } catch (CheckpointException refused) {
            assertThat(refused.getMessage()).hasSizeLessThan(2010).doesNotContainPattern("\\p{Cntrl}");
        }
    }
}
