package org.dramatis.lab.rows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dramatis.core.cast.PersonaId;
import org.dramatis.store.evidence.Fingerprint;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What one seed came to, on disk, so that a run goes on where it was.
 *
 * @param made of everything it depends on: a file of something else is as good as none
 */
record RankedFile(Path file, Fingerprint made) {
    private static final JsonMapper JSON = new JsonMapper();

    Optional<Ranked> read() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            JsonNode root = JSON.readTree(Files.readString(file));
            return Optional.of(root)
                    .filter(node -> node.path("made").asString("").equals(made.toString()))
                    .map(RankedFile::ranked);
        } catch (IOException | JacksonException | IllegalArgumentException problem) {
            throw new IllegalStateException(file + " is not of such a run: remove it, or take another --out", problem);
        }
    }

    /** A kill leaves all of it or nothing. */
    void write(Ranked ranked) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("made", made.toString());
        ObjectNode rates = root.putObject("rows_per_second");
        ranked.rowsPerSecond().forEach((way, rate) -> rates.put(way.key(), rate));
        ArrayNode trials = root.putArray("trials");
        ranked.trials().forEach(trial -> add(trial, trials.addObject()));
        try {
            Path part = file.resolveSibling(file.getFileName() + ".part");
            Files.writeString(part, JSON.writeValueAsString(root) + "\n");
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException problem) {
            throw new UncheckedIOException(file + " cannot be written: " + problem.getMessage(), problem);
        }
    }

    private static void add(RowTrial trial, ObjectNode node) {
        node.put("kind", trial.mixture().kind().name())
                .put("percent", trial.mixture().percent());
        node.put("seed", trial.seed());
        ArrayNode speakers = node.putArray("speakers");
        trial.speakers().forEach(speaker -> speakers.add(speaker.value()));
        trial.wrong().forEach(node.putArray("wrong")::add);
        ObjectNode scores = node.putObject("scores");
        trial.scores().forEach((way, own) -> own.forEach(scores.withArray(way.key())::add));
    }

    private static Ranked ranked(JsonNode root) {
        Map<Way, Double> rates = new EnumMap<>(Way.class);
        for (Way way : Way.values()) {
            rates.put(way, root.path("rows_per_second").path(way.key()).asDouble());
        }
        List<RowTrial> trials = new ArrayList<>();
        root.path("trials").forEach(node -> trials.add(trial(node)));
        return new Ranked(trials, rates);
    }

    private static RowTrial trial(JsonNode node) {
        Map<Way, List<Double>> scores = new EnumMap<>(Way.class);
        for (Way way : Way.values()) {
            scores.put(
                    way,
                    node.path("scores")
                            .path(way.key())
                            .valueStream()
                            .map(JsonNode::asDouble)
                            .toList());
        }
        return new RowTrial(
                new Mixture(
                        Mixture.Kind.valueOf(node.path("kind").asString()),
                        node.path("percent").asInt()),
                node.path("seed").asLong(),
                node.path("speakers")
                        .valueStream()
                        .map(speaker -> new PersonaId(speaker.asString()))
                        .toList(),
                node.path("wrong").valueStream().map(JsonNode::asBoolean).toList(),
                scores);
    }
}
