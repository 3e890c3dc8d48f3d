package org.dramatis.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A result for readers and its figures for machines: one file ending in .md, one in .json. */
record ResultFiles(Path name) {
    void write(String markdown, Map<String, Double> figures) {
        String json = JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(figures);
        try {
            Files.createDirectories(name.toAbsolutePath().getParent());
            Files.writeString(Path.of(name + ".md"), markdown);
            Files.writeString(Path.of(name + ".json"), json + "\n");
        } catch (IOException problem) {
            throw new UncheckedIOException(name + ".md cannot be written: " + problem.getMessage(), problem);
        }
    }
}
