package org.dramatis.lab.pretrain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.dramatis.model.train.Demonstration;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a model was made from: enough to make it again, and to see whether it would be the same.
 *
 * @param rehearsed what was read last, none where the world has no rehearsal
 */
record Manifest(
        String world,
        Recipe recipe,
        long seed,
        List<Demonstration> read,
        List<Demonstration> rehearsed,
        List<Double> losses) {
    private static final int STEPS_A_LINE = 10;

    void write(Path folder) {
        write(folder.resolve("manifest.json"), json().toPrettyString() + "\n");
        write(folder.resolve("loss.csv"), String.join("\n", curve()) + "\n");
    }

    private ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put(
                "command",
                "dramatis lab pretrain --size " + recipe.name() + " --steps " + recipe.steps() + " --rate "
                        + recipe.peak() + " --seed " + seed);
        json.put("world", world).put("seed", seed);
        json.putObject("recipe")
                .put("pieces", recipe.pieces())
                .put("width", recipe.width())
                .put("inner_width", recipe.innerWidth())
                .put("layers", recipe.layers())
                .put("heads", recipe.heads())
                .put("context", recipe.context())
                .put("steps", recipe.steps())
                .put("documents_a_step", recipe.batch())
                .put("peak_rate", recipe.peak());
        describe(read, json);
        if (!rehearsed.isEmpty()) {
            describe(
                    rehearsed,
                    json.putObject("rehearsal")
                            .put("steps", recipe.rehearsalSteps())
                            .put("peak_rate", recipe.rehearsalPeak()));
        }
        json.put(
                "loss_of_the_last_100_steps",
                losses.subList(Math.max(0, losses.size() - 100), losses.size()).stream()
                        .mapToDouble(loss -> loss)
                        .average()
                        .orElseThrow());
        return json;
    }

    private static void describe(List<Demonstration> lessons, ObjectNode json) {
        long tokens = lessons.stream()
                .mapToLong(lesson -> lesson.prompt().length() + lesson.reply().length())
                .sum();
        json.put("documents", lessons.size()).put("tokens", tokens).put("documents_sha256", digest(lessons));
    }

    /** Of all tokens in order, so that the same words in another vocabulary are not the same documents. */
    private static String digest(List<Demonstration> lessons) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Demonstration lesson : lessons) {
                int[] ids = lesson.prompt().followedBy(lesson.reply()).toArray();
                ByteBuffer bytes =
                        ByteBuffer.allocate(Integer.BYTES * (ids.length + 1)).putInt(ids.length);
                for (int id : ids) {
                    bytes.putInt(id);
                }
                digest.update(bytes.array());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }

    /** The mean loss of every ten steps. */
    private List<String> curve() {
        List<String> lines = new ArrayList<>(List.of("step,loss"));
        for (int from = 0; from < losses.size(); from += STEPS_A_LINE) {
            int to = Math.min(losses.size(), from + STEPS_A_LINE);
            double mean = losses.subList(from, to).stream()
                    .mapToDouble(loss -> loss)
                    .average()
                    .orElseThrow();
            lines.add(String.format(Locale.ROOT, "%d,%.4f", to, mean));
        }
        return lines;
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException problem) {
            throw new UncheckedIOException(file + " cannot be written: " + problem.getMessage(), problem);
        }
    }
}
