package org.dramatis.checkpoint.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Against the reference library: what it wrote into the files, and what it turns positions by. */
class TinyCheckpointsTest {
    /** The reference knows a power to some units of 6e-8, and a difference of two on the ramp of YaRN 40 times worse. */
    private static final double PERCENT = 1e-3;

    /** What files hold beside the weights of the network that is read. */
    private static final String OTHERS = "vision_tower\\..*|multi_modal_projector\\..*|h\\.\\d\\.attn\\.bias";

    static List<String> names() {
        return TinyCheckpoints.names();
    }

    @Test
    void everyFamilyIsAmongThem() {
        assertThat(names().stream()
                        .map(name ->
                                TinyCheckpoints.config(name).get("model_type").stringValue()))
                .contains(
                        "llama",
                        "mistral",
                        "qwen2",
                        "qwen3",
                        "gemma2",
                        "gemma3_text",
                        "gemma3",
                        "olmo2",
                        "phi3",
                        "smollm3",
                        "gpt2",
                        "gpt_neox");
    }

    @ParameterizedTest
    @MethodSource("names")
    void theFilesHoldTheExpectedTensorsAndNoOthers(String name) {
        Map<String, List<Long>> stored = TinyCheckpoints.shapes(name);
        stored.keySet().removeIf(tensor -> tensor.matches(OTHERS));

        Map<String, List<Long>> expected = new TreeMap<>();
        for (ExpectedTensor tensor : ExpectedTensor.of(TinyCheckpoints.architecture(name))) {
            assertThat(expected.put(tensor.name(), tensor.shape())).isNull();
        }

        assertThat(expected).isEqualTo(stored);
    }

    @ParameterizedTest
    @MethodSource("names")
    void positionsTurnAsInTheReference(String name) {
        JsonNode rotary = TinyCheckpoints.facts(name).get("rotary");
        for (Layer layer : TinyCheckpoints.architecture(name).layers()) {
            String type = layer.window().isPresent() ? "sliding_attention" : "full_attention";
            JsonNode reference = rotary.has(type) ? rotary.get(type) : rotary.path("all");
            layer.rotary().ifPresent(own -> agree(own, reference));
        }
    }

    @ParameterizedTest
    @MethodSource("org.dramatis.checkpoint.architecture.TinyCheckpoints#rotaryCases")
    void anyScalingTurnsAsInTheReference(JsonNode reference) {
        agree(
                Architectures.read("config.json", reference.get("config"))
                        .layers()
                        .getFirst()
                        .rotary()
                        .orElseThrow(),
                reference);
    }

    private static void agree(Rotary own, JsonNode reference) {
        assertThat(own.amplitude()).isCloseTo(reference.get("amplitude").doubleValue(), withinPercentage(PERCENT));
        assertThat(own.frequencies()).hasSize(reference.get("frequencies").size());
        IntStream.range(0, own.frequencies().size())
                .forEach(pair -> assertThat(own.frequencies().get(pair))
                        .isCloseTo(reference.get("frequencies").get(pair).doubleValue(), withinPercentage(PERCENT)));
    }
}
