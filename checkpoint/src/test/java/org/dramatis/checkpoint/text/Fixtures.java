package org.dramatis.checkpoint.text;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.dramatis.checkpoint.ModelFolder;
import org.dramatis.model.text.Tokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the reference library made; written by {@code bench/fixtures.d/text.py}. */
public final class Fixtures {
    public static final List<String> KINDS = List.of(
            "gpt2", "neox", "llama2", "llama3", "mistral", "qwen2", "qwen3", "gemma2", "gemma3", "olmo2", "phi3",
            "smollm2", "smollm3");

    private Fixtures() {}

    public static Path path(String name) {
        try {
            URL resource = Fixtures.class.getResource("/text/" + name);
            return Path.of(Objects.requireNonNull(resource, name).toURI());
        } catch (URISyntaxException problem) {
            throw new AssertionError(problem);
        }
    }

    public static ModelFolder folder(String kind) {
        return new ModelFolder(path(kind));
    }

    public static Stream<String> chatKinds() {
        return KINDS.stream().filter(kind -> Files.exists(path(kind).resolve("chats.json")));
    }

    public static List<JsonNode> rows(String name) {
        return List.copyOf(new JsonMapper().readTree(path(name)).valueStream().toList());
    }

    /** The tokens that the reference makes of a row's text. */
    public static Tokens ids(JsonNode row) {
        return Tokens.of(row.path("ids").valueStream().mapToInt(JsonNode::asInt).toArray());
    }
}
