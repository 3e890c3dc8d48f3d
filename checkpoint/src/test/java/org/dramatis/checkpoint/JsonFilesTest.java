package org.dramatis.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFilesTest {
    @TempDir
    Path folder;

    @Test
    void readsAnObjectFromAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("config.json"), "{\"model_type\":\"llama\",\"text\":\"żółw 🐢\"}");
        assertThat(JsonFiles.object(file).path("model_type").stringValue()).isEqualTo("llama");
        assertThat(JsonFiles.object(file).path("text").stringValue()).isEqualTo("żółw 🐢");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "[]", "1", "null", "\"text\""})
    void whatIsNoObjectIsRefused(String text) {
        assertRefused(text, "holds no JSON object");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"a\":}", "{'a':1}", "{\"a\":NaN}", "{\"a\":01}", "{} // comment", "<html>"})
    void whatIsNoJsonIsRefused(String text) {
        assertThatThrownBy(() -> JsonFiles.object("config.json", bytes(text)))
                .isInstanceOf(CheckpointException.class)
                .hasMessageStartingWith("config.json is not JSON that can be read")
                .hasMessageContaining("line 1, column");
    }

    @Test
    void textAfterTheObjectIsRefused() {
        byte[] two = bytes("{\"a\":1} {}");
        assertThatThrownBy(() -> JsonFiles.object("config.json", two)).isInstanceOf(CheckpointException.class);
        assertThatThrownBy(() -> JsonFiles.members("config.json", two, (name, value) -> {}))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("goes on after its JSON object");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":1,\"a\":2}", "{\"b\":{\"a\":1,\"a\":1}}", "{\"a\":1,\"\\u0061\":2}"})
    void aNameThatIsGivenTwiceIsRefused(String text) {
        assertRefused(text, "\"a\"");
    }

    @Test
    void nestingOfAHundredThousandLevelsIsRefused() {
        assertRefused("{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}", "nesting depth");
        assertRefused("{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000), "nesting depth");
    }

    @Test
    void aNumberOfAMillionDigitsIsRefused() {
        assertRefused("{\"a\":" + "9".repeat(1_000_000) + "}", "length");
    }

    @Test
    void millionsOfEmptyListsAreRefusedBeforeTheyFillTheMemory() {
        assertRefused("{\"a\":[" + "[],".repeat(3_000_000) + "[]]}", "Token count");
    }

    @Test
    void aFileThatIsTooLargeIsRefusedUnread() throws IOException {
        Path file = folder.resolve("tokenizer.json");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength((64L << 20) + 1);
        }
        assertThatThrownBy(() -> JsonFiles.object(file))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("has 67108865 bytes");
    }

    @Test
    void visitsTheMembersInTurn() {
        List<String> seen = new ArrayList<>();
        JsonFiles.members(
                "header", bytes("{\"b\":[1,{}],\"a\":null,\"c\":\"d\"}  "), (name, value) -> seen.add(name + value));
        assertThat(seen).containsExactly("b[1,{}]", "anull", "c\"d\"");
    }

    private static void assertRefused(String text, String reason) {
        assertThatThrownBy(() -> JsonFiles.object("config.json", bytes(text)))
                .isInstanceOf(CheckpointException.class)
                .hasMessageStartingWith("config.json ")
                .hasMessageContaining(reason);
        assertThatThrownBy(() -> JsonFiles.members("config.json", bytes(text), (name, value) -> {}))
                .isInstanceOf(CheckpointException.class)
                .hasMessageStartingWith("config.json ")
                .hasMessageContaining(reason);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
