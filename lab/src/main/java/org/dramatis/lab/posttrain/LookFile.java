package org.dramatis.lab.posttrain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.dramatis.core.forecast.Probe;
import org.dramatis.core.number.Weights;
import org.dramatis.lab.posttrain.Posttraining.Look;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Looks on disk, a line of JSON each, so that a run that goes on has those from before. */
record LookFile(Path file, List<Probe> probes) {
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    /** Those up to a step, in order; what an interrupted process saw of later steps is forgotten. */
    List<Look> upTo(int step) {
        List<String> kept = new ArrayList<>();
        List<Look> looks = new ArrayList<>();
        for (String line : Files.exists(file) ? lines() : List.<String>of()) {
            Look look = look(line);
            if (look.step() <= step) {
                kept.add(line);
                looks.add(look);
            }
        }
        write(kept);
        return looks;
    }

    void add(Look look) {
        write(List.of(line(look)), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private void write(List<String> lines, StandardOpenOption... options) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, lines, options);
        } catch (IOException problem) {
            throw new UncheckedIOException(file + " cannot be written: " + problem.getMessage(), problem);
        }
    }

    private List<String> lines() {
        try {
            String text = Files.readString(file);
            List<String> lines = new ArrayList<>(text.lines().toList());
            if (text.startsWith("{") && !text.endsWith("\n")) {
                lines.removeLast(); // the process ended while it wrote
            }
            return lines;
        } catch (IOException problem) {
            throw new UncheckedIOException(file + " cannot be read: " + problem.getMessage(), problem);
        }
    }

    private String line(Look look) {
        ObjectNode json = JSON.createObjectNode().put("step", look.step());
        ObjectNode answers = json.putObject("probes");
        for (int i = 0; i < probes.size(); i++) {
            ArrayNode probabilities = answers.putArray(probes.get(i).id());
            for (int b = 0; b < look.answers().get(i).size(); b++) {
                probabilities.add(look.answers().get(i).at(b));
            }
        }
        return JSON.writeValueAsString(json);
    }

    private Look look(String line) {
        try {
            JsonNode json = JSON.readTree(line);
            List<Weights> answers = new ArrayList<>();
            for (Probe probe : probes) {
                double[] probabilities = json.path("probes")
                        .path(probe.id())
                        .valueStream()
                        .mapToDouble(JsonNode::asDouble)
                        .toArray();
                if (probabilities.length != probe.answers().size()) {
                    throw new IllegalArgumentException(probabilities.length + " answers to probe '" + probe.id()
                            + "', which lists " + probe.answers().size());
                }
                answers.add(Weights.of(probabilities));
            }
            return new Look(json.path("step").asInt(), answers);
        } catch (JacksonException | IllegalArgumentException problem) {
            throw new IllegalStateException(
                    file + " is not of a run with these probes: begin in another folder, or remove it", problem);
        }
    }
}
