package org.dramatis.checkpoint.architecture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.dramatis.checkpoint.CheckpointException;
import org.dramatis.checkpoint.JsonFiles;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Whatever a stranger writes into a configuration, it is read or refused with a sentence. */
class MutatedConfigurationsTest {
    private static final int ROUNDS = 2000;

    private static final JsonNode ODD_VALUES =
            JsonFiles.object("odd", """
            {"values": [null, true, false, 0, 1, -1, 2, 3, 7, 0.5, -0.5, 1e-300, 1e300, 1e999, 2147483648,
              1099511627776, 12345678901234567890123, "", "silu", "yarn", "llama3", "longrope", "linear", "dynamic",
              "sliding_attention", [], [1, 0], ["full_attention", "sliding_attention"], {}, {"type": "yarn"},
              {"rope_type": "longrope", "short_factor": [1, 2, 3, 4]}, {"full_attention": {"rope_theta": 3}}]}
            """.getBytes(UTF_8)).get("values");

    static List<String> names() {
        return TinyCheckpoints.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void areReadOrRefused(String name) {
        Random random = new Random(name.hashCode());
        JsonNode original = TinyCheckpoints.config(name);
        int refused = 0;
        for (int round = 0; round < ROUNDS; round++) {
            JsonNode config = original.deepCopy();
            int changes = 1 + random.nextInt(3);
            for (int change = 0; change < changes; change++) {
                mutate(config, random);
            }
            try {
                Architecture architecture = Architectures.read("config.json", config, Set.of());
                assertThat(ExpectedTensor.of(architecture)).isNotEmpty();
            } catch (CheckpointException refusal) {
                assertThat(refusal).hasMessageStartingWith("config.json");
                refused++;
            }
        }
        assertThat(refused).isBetween(ROUNDS / 10, ROUNDS * 9 / 10);
    }

    /** One field anywhere gets an odd value, that of another field, or none. */
    private static void mutate(JsonNode config, Random random) {
        List<ObjectNode> objects = new ArrayList<>();
        collect(config, objects);
        ObjectNode object = objects.get(random.nextInt(objects.size()));
        List<String> fields = List.copyOf(object.propertyNames());
        if (fields.isEmpty()) {
            return;
        }
        String field = fields.get(random.nextInt(fields.size()));
        switch (random.nextInt(4)) {
            case 0 -> object.remove(field);
            case 1 ->
                object.set(
                        field,
                        object.get(fields.get(random.nextInt(fields.size()))).deepCopy());
            default ->
                object.set(
                        field, ODD_VALUES.get(random.nextInt(ODD_VALUES.size())).deepCopy());
        }
    }

    private static void collect(JsonNode node, List<ObjectNode> objects) {
        if (node instanceof ObjectNode object) {
            objects.add(object);
        }
        node.forEach(child -> collect(child, objects));
    }
}
