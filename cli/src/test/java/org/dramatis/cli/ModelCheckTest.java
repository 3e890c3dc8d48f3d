package org.dramatis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ModelCheckTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void saysWhatItFound() throws IOException {
        Run run = Run.of("model", "check", TinyModel.write(folder).toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isEqualTo(Exit.DONE);
        assertThat(run.out())
                .containsPattern("family +llama")
                .containsPattern("parameters +17,232")
                .containsPattern("begins with +<.begin_of_text.>")
                .containsPattern("nats per token +6\\.\\d{3}");
    }

    /** Random weights say nothing: every token costs about the logarithm of the vocabulary. */
    @Test
    void printsTheSameAsJson() throws IOException {
        Run run = Run.of(
                "model",
                "check",
                "--json",
                "--text",
                "Well, well.",
                TinyModel.write(folder).toString());

        JsonNode facts = new JsonMapper().readTree(run.out());
        assertThat(facts.path("layers").asInt()).isEqualTo(2);
        assertThat(facts.path("chat_template").asBoolean()).isTrue();
        assertThat(facts.path("nats_per_token").asDouble()).isBetween(Math.log(800) - 0.5, Math.log(800) + 0.5);
    }

    @Test
    void aModelThatCannotBeUsedIsBadInput() throws IOException {
        TinyModel.write(folder);
        Path weights = folder.resolve("model.safetensors");
        byte[] bytes = Files.readAllBytes(weights);
        Files.write(weights, Arrays.copyOf(bytes, bytes.length - 4));

        Run run = Run.of("model", "check", folder.toString());

        assertThat(run.exit()).isEqualTo(Exit.BAD_USAGE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .startsWith("dramatis model check: ")
                .contains("model.safetensors")
                .hasLineCount(1);
    }

    @Test
    void aTextTooShortToScoreIsBadInput() throws IOException {
        Run run = Run.of("model", "check", "--text", "", TinyModel.write(folder).toString());

        assertThat(run.exit()).isEqualTo(Exit.BAD_USAGE);
        assertThat(run.err()).contains("--text ''").hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-2"})
    void withoutAThreadNothingCanBeCalculated(String threads) throws IOException {
        Run run = Run.of(
                "model", "check", "--threads", threads, TinyModel.write(folder).toString());

        assertThat(run.exit()).isEqualTo(Exit.BAD_USAGE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains("--threads " + threads + " ")
                .contains("1 or more")
                .hasLineCount(1);
    }
}
