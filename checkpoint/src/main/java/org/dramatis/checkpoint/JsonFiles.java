package org.dramatis.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON from strangers: bounded in size, depth and length of numbers and strings, and no name twice in one object. */
public final class JsonFiles {
    /** Twice the largest tokenizer in use, of a quarter of a million pieces. */
    private static final long MOST_BYTES = 64L << 20;

    private static final JsonMapper MAPPER = new JsonMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(100)
                    .maxStringLength(16 << 20)
                    // Twice those of that tokenizer. Any tree of so many fits a heap of half a gigabyte.
                    .maxTokenCount(6_000_000)
                    .build())
            // Readers that keep the first and readers that keep the last would see two different files.
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build());

    private JsonFiles() {}

    /**
     * The JSON object in a file.
     *
     * @throws CheckpointException when it is too large, too deep, or no JSON object
     */
    public static JsonNode object(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new CheckpointException(
                        file + " has " + Files.size(file) + " bytes: JSON of more than " + MOST_BYTES + " is not read");
            }
            return object(file.toString(), Files.readAllBytes(file));
        } catch (IOException problem) {
            throw new CheckpointException(file + " cannot be read: " + problem.getMessage(), problem);
        }
    }

    /** The JSON object in these bytes; {@code source} names them in errors. */
    public static JsonNode object(String source, byte[] bytes) {
        try {
            JsonNode root = MAPPER.readTree(bytes);
            if (!root.isObject()) {
                throw noObject(source);
            }
            return root;
        } catch (JacksonException problem) {
            throw unreadable(source, problem);
        }
    }

    /**
     * Visits the members of the JSON object in these bytes in turn: an object of a million members needs no tree of them all.
     *
     * @throws CheckpointException as {@link #object(String, byte[])}, after the members before the fault were visited
     */
    public static void members(String source, byte[] bytes, BiConsumer<String, JsonNode> visitor) {
        try (JsonParser parser = MAPPER.createParser(bytes)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw noObject(source);
            }
            for (String name = parser.nextName(); name != null; name = parser.nextName()) {
                parser.nextToken();
                visitor.accept(name, parser.readValueAsTree());
            }
            if (parser.nextToken() != null) {
                throw new CheckpointException(source + " goes on after its JSON object, where only spaces may follow");
            }
        } catch (JacksonException problem) {
            throw unreadable(source, problem);
        }
    }

    private static CheckpointException noObject(String source) {
        return new CheckpointException(source + " holds no JSON object, which begins with '{'");
    }

    private static CheckpointException unreadable(String source, JacksonException problem) {
        TokenStreamLocation place = problem.getLocation();
        String where = place == null ? "" : " (line " + place.getLineNr() + ", column " + place.getColumnNr() + ")";
        return new CheckpointException(
                source + " is not JSON that can be read: " + problem.getOriginalMessage() + where, problem);
    }
}
