package org.dramatis.torch.network;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.bytedeco.pytorch.Tensor;
import org.dramatis.checkpoint.JsonFiles;
import org.dramatis.checkpoint.ModelFolder;
import org.dramatis.checkpoint.architecture.Architecture;
import org.dramatis.checkpoint.architecture.Architectures;
import org.dramatis.checkpoint.tensors.TensorFiles;
import org.dramatis.model.text.Tokens;
import org.dramatis.torch.network.PackedBatch.Group;
import org.dramatis.torch.network.PackedBatch.Row;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Every family against the reference library, whose results {@code bench/fixtures families} has stored. */
class FamilyParityTest {
    private static final Path FAMILIES = Path.of("src/test/resources/families");

    /** The forward functions sum in different orders: single precision leaves some 1e-6 of logits of size 10. */
    private static final double TOLERANCE = 1e-4;

    static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(FAMILIES)) {
            return files.filter(Files::isDirectory)
                    .map(path -> path.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void logProbabilitiesAreThoseOfTheReference(String name) {
        assertThat(largestDifference(name, "{}")).isLessThan(TOLERANCE);
    }

    /** Were one of these details overlooked, the test above would tell. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            llama | {'rope_parameters': {'rope_theta': 9000}}
            llama-llama3 | {'rope_parameters': null}
            llama-v4 | {'rope_scaling': null}
            llama-v4 | {'rope_theta': 6000}
            llama-yarn | {'rope_parameters': {'rope_type': 'linear', 'factor': 4}}
            llama-yarn-scaled | {'rope_parameters': {'rope_type': 'yarn', 'factor': 2, 'beta_fast': 8, 'beta_slow': 0.5,             'original_max_position_embeddings': 32, 'truncate': false}}
            llama-yarn-scaled | {'rope_parameters': {'rope_type': 'yarn', 'factor': 2, 'beta_fast': 8, 'beta_slow': 0.5,             'original_max_position_embeddings': 32, 'mscale': 0.8, 'mscale_all_dim': 0.3}}
            llama-dynamic | {'hidden_act': 'gelu_new'}
            mistral-bf16 | {'sliding_window': 7}
            mistral-bf16 | {'sliding_window': 5}
            qwen2 | {'sliding_window': 7}
            qwen2 | {'layer_types': ['sliding_attention', 'full_attention']}
            qwen3 | {'rms_norm_eps': 1e-6}
            gemma2 | {'sliding_window': 6}
            gemma2 | {'attn_logit_softcapping': null}
            gemma2 | {'final_logit_softcapping': null}
            gemma2 | {'query_pre_attn_scalar': 12}
            gemma2 | {'hidden_activation': 'gelu'}
            gemma3_text | {'sliding_window': 6}
            gemma3_text | {'query_pre_attn_scalar': 12}
            gemma3_text | {'rope_parameters': {'full_attention': {'factor': 4, 'rope_type': 'linear', 'rope_theta': 10000}}}
            gemma3_text | {'rope_parameters': {'sliding_attention': {'rope_theta': 500}, 'full_attention': {'rope_theta': 10000}}}
            gemma3_text-v4 | {'rope_local_base_freq': 310}
            gemma3_text-v4 | {'rope_scaling': null}
            phi3 | {'sliding_window': 7}
            phi3 | {'rope_parameters': {'partial_rotary_factor': 0.5}}
            phi3-v4 | {'rope_scaling': {'type': 'longrope', 'short_factor': [1, 1, 1, 1]}}
            phi3-v4 | {'original_max_position_embeddings': 64}
            smollm3 | {'no_rope_layers': [1, 1, 1, 1]}
            smollm3 | {'sliding_window': 7}
            gpt2 | {'activation_function': 'gelu'}
            gpt2 | {'scale_attn_weights': false}
            gpt2 | {'layer_norm_epsilon': 1e-3}
            gpt_neox | {'use_parallel_residual': false}
            gpt_neox | {'hidden_act': 'gelu_new'}
            gpt_neox | {'rope_parameters': {'partial_rotary_factor': 0.25}}
            gpt_neox-v4 | {'rotary_emb_base': 510}
            """)
    void anotherConfigurationGivesOtherResults(String name, String change) {
        assertThat(largestDifference(name, change)).isGreaterThan(2 * TOLERANCE);
    }

    /** Between the reference's results and ours, with {@code change} made to the configuration. */
    private static double largestDifference(String name, String change) {
        Path path = FAMILIES.resolve(name);
        ObjectNode config = (ObjectNode) JsonFiles.object(path.resolve("config.json"));
        config.setAll((ObjectNode)
                JsonFiles.object("change", change.replace('\'', '"').getBytes(UTF_8)));
        try (TensorFiles files = TensorFiles.open(new ModelFolder(path))) {
            Architecture architecture = Architectures.read(name, config, files.names());
            try (Weights weights = WeightReader.read(files, architecture);
                    Transformer transformer = new Transformer(architecture, weights)) {
                List<Row> rows = texts(path.resolve("expected/facts.json"));
                List<float[]> expected = expected(path.resolve("expected"));
                return Math.max(
                        largestDifference(transformer, groupsOfOne(rows), expected),
                        largestDifference(transformer, List.of(new Group(Optional.empty(), rows)), expected));
            }
        }
    }

    private static List<Group> groupsOfOne(List<Row> rows) {
        return rows.stream()
                .map(row -> new Group(Optional.empty(), List.of(row)))
                .toList();
    }

    /** Over all positions of all texts and the whole vocabulary. */
    private static double largestDifference(Transformer transformer, List<Group> groups, List<float[]> expected) {
        try (Scope _ = Scope.ofInference()) {
            Tensor residual = transformer.residual(new PackedBatch(groups, false), Hooks.NONE);
            float[] own = Tensors.floats(transformer.logits(residual).log_softmax(-1));
            double largest = 0;
            int next = 0;
            for (float[] text : expected) {
                for (float value : text) {
                    double difference = Math.abs(own[next++] - value);
                    largest = difference <= largest ? largest : difference; // a NaN becomes the largest
                }
            }
            assertThat(next).isEqualTo(own.length);
            return largest;
        }
    }

    private static List<Row> texts(Path file) {
        List<Row> rows = new ArrayList<>();
        for (JsonNode text : JsonFiles.object(file).get("texts")) {
            int[] ids = StreamSupport.stream(text.spliterator(), false)
                    .mapToInt(JsonNode::intValue)
                    .toArray();
            rows.add(new Row(Tokens.of(ids), 0));
        }
        return rows;
    }

    /** The log-probabilities of each text, positions x vocabulary. */
    private static List<float[]> expected(Path folder) {
        try (TensorFiles files = TensorFiles.open(new ModelFolder(folder));
                Arena arena = Arena.ofConfined()) {
            List<float[]> texts = new ArrayList<>();
            for (int text = 0; files.find("log_probs." + text).isPresent(); text++) {
                String name = "log_probs." + text;
                MemorySegment floats = arena.allocate(
                        ValueLayout.JAVA_FLOAT, files.require(name).elements());
                files.readWeights(name, floats);
                texts.add(floats.toArray(ValueLayout.JAVA_FLOAT));
            }
            return texts;
        }
    }
}
