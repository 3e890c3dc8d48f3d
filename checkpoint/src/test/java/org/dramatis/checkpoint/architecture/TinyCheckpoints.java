package org.dramatis.checkpoint.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.dramatis.checkpoint.JsonFiles;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The tiny checkpoints that the reference library made ({@code bench/fixtures families}), as far as they concern this module. */
final class TinyCheckpoints {
    /** They lie with the module that also runs them. */
    private static final Path FOLDER = Path.of("../model-torch/src/test/resources/families");

    private TinyCheckpoints() {}

    static List<String> names() {
        return list(FOLDER)
                .filter(Files::isDirectory)
                .map(path -> path.getFileName().toString())
                .sorted()
                .toList();
    }

    static ObjectNode config(String name) {
        return (ObjectNode) JsonFiles.object(FOLDER.resolve(name).resolve("config.json"));
    }

    static JsonNode facts(String name) {
        return JsonFiles.object(FOLDER.resolve(name).resolve("expected/facts.json"));
    }

    /** Configurations with the frequencies that belong to them. */
    static List<JsonNode> rotaryCases() {
        return List.copyOf(
                JsonFiles.object(FOLDER.resolve("rotary.json")).get("cases").values());
    }

    static Architecture architecture(String name) {
        return Architectures.read(name, config(name), shapes(name).keySet());
    }

    /** Names and shapes as the headers of the files have them. */
    static Map<String, List<Long>> shapes(String name) {
        Map<String, List<Long>> shapes = new TreeMap<>();
        list(FOLDER.resolve(name))
                .filter(path -> path.getFileName().toString().matches("model.*\\.safetensors"))
                .forEach(path -> header(path)
                        .properties()
                        .forEach(property -> shapes.put(property.getKey(), shape(property.getValue()))));
        shapes.remove("__metadata__");
        return shapes;
    }

    private static List<Long> shape(JsonNode entry) {
        return StreamSupport.stream(entry.path("shape").spliterator(), false)
                .map(JsonNode::longValue)
                .toList();
    }

    private static JsonNode header(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            int length =
                    (int) ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
            return JsonFiles.object(file.toString(), Arrays.copyOfRange(bytes, 8, 8 + length));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static Stream<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList().stream();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
