package org.dramatis.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.dramatis.store.data.DataFile;
import org.dramatis.store.data.DataSet;
import org.dramatis.store.evidence.Fingerprint;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a run was made from, so that it can be made again: the same inputs and seed give the same results.
 *
 * @param command that was given
 * @param place of the model, a folder or an address
 * @param model by all that its log-probabilities depend on
 */
record RunManifest(String command, String place, Fingerprint model, String cast, DataSet data, long seed) {

    void write(Path file, Instant began, Duration took) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("command", command);
        root.put("dramatis", new Version().getVersion()[0]);
        root.put("java", Runtime.version().toString());
        root.putObject("model").put("place", place).put("fingerprint", model.toString());
        root.put("cast", cast);
        root.put("seed", seed);
        ArrayNode files = root.putArray("data");
        for (DataFile each : data.files()) {
            files.addObject()
                    .put("file", each.path().toString())
                    .put("fingerprint", fingerprint(each.path()).toString());
        }
        root.put("began", began.toString());
        root.put("seconds", took.toMillis() / 1e3);
        try {
            Files.writeString(file, root.toPrettyString() + "\n");
        } catch (IOException problem) {
            throw new UncheckedIOException(file + " cannot be written: " + problem.getMessage(), problem);
        }
    }

    private static Fingerprint fingerprint(Path file) {
        try {
            return Fingerprint.ofFile(file);
        } catch (IOException problem) {
            throw new UncheckedIOException(file + " cannot be read: " + problem.getMessage(), problem);
        }
    }
}
