package org.dramatis.report.json;

import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** How all JSON is written: indented, and safe to print, since characters outside ASCII are escapes. */
final class Json {
    private static final JsonMapper WRITER = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build();

    private Json() {}

    static String text(JsonNode tree) {
        return WRITER.writeValueAsString(tree) + "\n";
    }
}
