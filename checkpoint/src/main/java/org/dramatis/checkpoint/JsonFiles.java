package org.dramatis.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON from strangers: bounded in size, depth and length of numbers and strings. */
public final class JsonFiles {
    /** Tokenizers with vocabularies of a quarter of a million pieces come to some tens of megabytes. */
    private static final long MOST_BYTES = 256L << 20;

    private static final JsonMapper MAPPER = new JsonMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(100)
                    .maxStringLength(16 << 20)
                    .build())
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
                throw new CheckpointException(
                        source + " holds " + root.getNodeType() + ", where a JSON object must be");
            }
            return root;
        } catch (JacksonException problem) {
            throw new CheckpointException(
                    source + " is not JSON that can be read: " + problem.getOriginalMessage(), problem);
        }
    }
}
