package org.dramatis.checkpoint.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.dramatis.checkpoint.CheckpointException;
import org.dramatis.checkpoint.ModelFolder;
import org.dramatis.model.text.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpecialTokensTest {
    @TempDir
    Path empty;

    @Test
    void specialTokensAreCollectedFromAllFiles() throws IOException {
        Files.copy(Fixtures.path("qwen3/tokenizer.json"), empty.resolve("tokenizer.json"));
        Files.writeString(
                empty.resolve("tokenizer_config.json"),
                "{\"bos_token\": null, \"eos_token\": {\"content\": \"<|im_end|>\"}}");
        Files.writeString(
                empty.resolve("special_tokens_map.json"),
                "{\"bos_token\": \"<|im_start|>\", \"eos_token\": \"<|endoftext|>\"}");
        try (TokenizerFile tokenizer = TokenizerFile.open(new ModelFolder(empty))) {
            int start = tokenizer.id("<|im_start|>").orElseThrow();
            int end = tokenizer.id("<|im_end|>").orElseThrow();
            Files.writeString(empty.resolve("generation_config.json"), "{\"eos_token_id\": [" + end + ", 7]}");
            Files.writeString(empty.resolve("config.json"), "{\"eos_token_id\": 9, \"bos_token_id\": null}");

            SpecialTokens special = SpecialTokens.of(new ModelFolder(empty), tokenizer);

            assertThat(special.begin()).contains(start);
            assertThat(special.ends()).isEqualTo(Tokens.of(end, 7, 9));
        }
    }

    @Test
    void specialTokensThatTheTokenizerDoesNotHaveAreNamed() throws IOException {
        Files.copy(Fixtures.path("qwen3/tokenizer.json"), empty.resolve("tokenizer.json"));
        try (TokenizerFile tokenizer = TokenizerFile.open(new ModelFolder(empty))) {
            for (Map.Entry<String, String> file : Map.of(
                            "tokenizer_config.json",
                            "{\"eos_token\": \"<nope>\"}",
                            "config.json",
                            "{\"eos_token_id\": 70000}")
                    .entrySet()) {
                Path written = Files.writeString(empty.resolve(file.getKey()), file.getValue());
                assertThatThrownBy(() -> SpecialTokens.of(new ModelFolder(empty), tokenizer))
                        .isInstanceOf(CheckpointException.class)
                        .hasMessageMatching(".*(<nope>|70000).*");
                Files.delete(written);
            }
        }
    }
}
