package org.dramatis.store.written;

import java.util.Map;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** Writes what {@link WrittenFile} reads. */
public final class Yaml {
    private static final YAMLMapper WRITER = YAMLMapper.builder()
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
            .disable(YAMLWriteFeature.SPLIT_LINES)
            .enable(YAMLWriteFeature.INDENT_ARRAYS_WITH_INDICATOR)
            .build();

    private Yaml() {}

    /** Fields in the order of the map; texts are quoted, so that none looks like something else. */
    public static String write(Map<String, ?> fields) {
        return WRITER.writeValueAsString(fields);
    }
}
