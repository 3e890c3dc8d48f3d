package org.dramatis.checkpoint.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.dramatis.checkpoint.CheckpointException;
import org.dramatis.checkpoint.ModelFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Broken tokenizers: each either works or is refused, and the process lives on. */
class TokenizerFuzzTest {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    @TempDir
    Path folder;

    private int refused;
    private int accepted;

    @Test
    void bytesThatChange() throws IOException {
        Random random = new Random(1);
        for (String kind : List.of("qwen3", "llama2", "gemma2", "mistral")) {
            byte[] original = Files.readAllBytes(Fixtures.path(kind + "/tokenizer.json"));
            for (int round = 0; round < 100; round++) {
                byte[] bytes = original.clone();
                for (int change = random.nextInt(3); change >= 0; change--) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                }
                tryOut(random.nextInt(4) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes);
            }
        }
        assertThat(refused).isGreaterThan(50);
        assertThat(accepted).isPositive();
    }

    @Test
    void partsThatChange() throws IOException {
        Random random = new Random(2);
        for (String kind : List.of("qwen3", "llama2", "gemma2", "mistral", "phi3", "smollm2")) {
            JsonNode original = MAPPER.readTree(Fixtures.path(kind + "/tokenizer.json"));
            for (int round = 0; round < 60; round++) {
                ObjectNode json = (ObjectNode) original.deepCopy();
                for (int change = random.nextInt(3); change >= 0; change--) {
                    change(json, random);
                }
                tryOut(MAPPER.writeValueAsBytes(json));
            }
        }
        assertThat(refused).isGreaterThan(50);
        assertThat(accepted).isGreaterThan(50);
    }

    /** Walks down a random path and replaces what it finds. */
    private static void change(JsonNode json, Random random) {
        JsonNode node = json;
        while (true) {
            List<String> names = node.propertyNames().stream().toList();
            int size = node.isArray() ? node.size() : names.size();
            if (size == 0) {
                return;
            }
            int place = random.nextInt(size);
            JsonNode child = node.isArray() ? node.get(place) : node.get(names.get(place));
            if (child.isContainer() && !child.isEmpty() && random.nextInt(8) > 0) {
                node = child;
            } else if (node instanceof ArrayNode array) {
                array.set(place, other(child, random));
                return;
            } else {
                ((ObjectNode) node).set(names.get(place), other(child, random));
                return;
            }
        }
    }

    private static JsonNode other(JsonNode node, Random random) {
        return switch (random.nextInt(10)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.numberNode(-1);
            case 2 -> NODES.numberNode(Integer.MAX_VALUE);
            case 3 -> NODES.numberNode(random.nextInt(1000));
            case 4 -> NODES.stringNode("");
            case 5 -> NODES.stringNode("a\u0000(\udb80\udc00[");
            case 6 -> NODES.arrayNode().add(1);
            case 7 -> NODES.objectNode().put("type", "ByteLevel");
            case 8 -> NODES.booleanNode(!node.asBoolean(false));
            default -> NODES.stringNode("(a+)+$");
        };
    }

    private void tryOut(byte[] bytes) throws IOException {
        Files.write(folder.resolve("tokenizer.json"), bytes);
        try (TokenizerFile tokenizer = TokenizerFile.open(new ModelFolder(folder))) {
            tokenizer.decode(tokenizer.encode("  Hello <s> wörld, 12 東京 👍 <|im_end|>\n\t\u0000"));
            accepted++;
        } catch (CheckpointException problem) {
            assertThat(problem).hasMessageContaining("tokenizer.json");
            refused++;
        }
    }
}
