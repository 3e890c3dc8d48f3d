package org.dramatis.torch.network;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.dramatis.checkpoint.CheckpointException;
import org.dramatis.checkpoint.JsonFiles;
import org.dramatis.checkpoint.ModelFolder;
import org.dramatis.checkpoint.architecture.Architecture;
import org.dramatis.checkpoint.architecture.Architectures;
import org.dramatis.checkpoint.tensors.TensorFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

/** A checkpoint's files beside a configuration that is not theirs. */
class WeightReaderTest {
    private static final Path FAMILIES = Path.of("src/test/resources/families");

    @ParameterizedTest
    @CsvSource({
        "num_hidden_layers, 3, model.layers.2., has no tensor",
        "num_hidden_layers, 1, model.layers.1., has no place in the llama",
        "attention_bias, false, self_attn.k_proj.bias, has no place in the llama",
        "vocab_size, 100, model.embed_tokens.weight, 'has shape [101, 32], and the configuration asks for [100, 32]'",
        "tie_word_embeddings, true, lm_head.weight, differs from"
    })
    void theTensorAtFaultIsNamed(String field, String value, String tensor, String complaint) {
        assertThatThrownBy(() -> read("llama", field, value))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining(tensor)
                .hasMessageContaining(complaint);
    }

    @Test
    void maskBuffersAreLeftWhereTheyAre() {
        try (TensorFiles files = TensorFiles.open(new ModelFolder(FAMILIES.resolve("gpt2-bare")))) {
            assertThat(files.names()).contains("h.0.attn.bias");
        }
        assertThatCode(() -> read("gpt2-bare", "model_type", "\"gpt2\"")).doesNotThrowAnyException();
    }

    private static void read(String family, String field, String value) {
        ModelFolder folder = new ModelFolder(FAMILIES.resolve(family));
        ObjectNode config = (ObjectNode) JsonFiles.object(folder.require("config.json"));
        config.set(
                field,
                JsonFiles.object("change", ("{\"value\":" + value + "}").getBytes(UTF_8))
                        .get("value"));
        try (TensorFiles files = TensorFiles.open(folder)) {
            Architecture architecture = Architectures.read("config.json", config, files.names());
            WeightReader.read(files, architecture).close();
        }
    }
}
