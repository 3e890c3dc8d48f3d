package org.dramatis.audit.cast;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Any bytes as a file of a cast or a persona. */
class CastFilesFuzzTest {
    @TempDir
    static Path folder;

    @DictionaryEntries({"personas: [{id: ", "frames:", "portrait: ", "lines:", "user: ", "assistant: ", "default/log"})
    @FuzzTest(maxDuration = "5m")
    void aCastFileIsReadOrRefused(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("cast.yaml"), bytes);
        try {
            assertThat(CastReader.read(file).cast().size()).isPositive();
        } catch (IllegalArgumentException refused) {
            assertThat(refused).hasMessageContaining("cast.yaml");
        }
    }

    @DictionaryEntries({"\"instruction\":[", "{\"pos\":", "\"neg\":", "\"questions\":["})
    @FuzzTest(maxDuration = "5m")
    void aPersonaFileIsReadOrRefused(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("persona.json"), bytes);
        try {
            assertThat(PersonaFile.read(file).portraits()).isNotEmpty();
        } catch (IllegalArgumentException refused) {
            assertThat(refused).hasMessageContaining("persona.json");
        }
    }
}
