package org.dramatis.checkpoint.tensors;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dramatis.checkpoint.CheckpointException;
import org.junit.jupiter.api.io.TempDir;

/** Any bytes as a file, or as a header: they are read, or refused with the one exception. CONTRIBUTING.md says how to fuzz. */
class SafetensorsFuzzTest {
    private static final Pattern LAST_END = Pattern.compile("(?s).*,([0-9]{1,9})\\]");

    @TempDir
    static Path folder;

    @DictionaryEntries({
        "\"dtype\":\"F32\"",
        "\"BF16\"",
        "\"F16\"",
        "\"BOOL\"",
        "\"F4\"",
        "\"F6_E2M3\"",
        "\"shape\":[2,3]",
        "\"data_offsets\":[0,24]",
        "\"__metadata__\":{}",
        "9223372036854775807",
        "-1",
        "1e3",
        "{}",
        "[]",
        "null"
    })
    @FuzzTest(maxDuration = "5m")
    void aHeaderIsReadOrRefused(byte[] header) {
        long dataBytes = lastEnd(new String(header, StandardCharsets.UTF_8));
        try {
            requireCover(SafetensorsHeader.read("header", header, dataBytes), dataBytes);
        } catch (CheckpointException refused) {
            assertThat(refused).hasMessageStartingWith("header");
        }
    }

    @DictionaryEntries({
        "\"dtype\":\"F32\"",
        "\"BF16\"",
        "\"shape\":[2,3]",
        "\"data_offsets\":[0,24]",
        "{}",
        "\u0002\u0000\u0000\u0000"
    })
    @FuzzTest(maxDuration = "5m")
    void aFileIsReadOrRefused(byte[] bytes) throws IOException {
        Path path = Files.write(folder.resolve("fuzzed.safetensors"), bytes);
        try (SafetensorsFile file = SafetensorsFile.open(path);
                Arena arena = Arena.ofConfined()) {
            for (TensorEntry tensor : file.tensors().values()) {
                if (tensor.type().holdsWeights()) {
                    file.readWeights(tensor, arena.allocate(ValueLayout.JAVA_FLOAT, tensor.elements()));
                }
            }
        } catch (CheckpointException refused) {
            assertThat(refused).hasMessageStartingWith(path.toString());
        }
    }

    /** As many bytes as the header's last offset says, so that right headers are accepted. */
    private static long lastEnd(String header) {
        Matcher end = LAST_END.matcher(header);
        return end.find() ? Long.parseLong(end.group(1)) : 0;
    }

    private static void requireCover(List<TensorPlace> places, long dataBytes) {
        long covered = 0;
        for (TensorPlace place : places) {
            assertThat(place.begin()).isEqualTo(covered);
            covered = place.end();
        }
        assertThat(covered).isEqualTo(dataBytes);
    }
}
