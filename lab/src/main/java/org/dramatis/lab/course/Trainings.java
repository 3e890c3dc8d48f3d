package org.dramatis.lab.course;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.dramatis.audit.framing.ChatModel;
import org.dramatis.core.forecast.Probe;
import org.dramatis.lab.posttrain.Lessons;
import org.dramatis.lab.posttrain.Posttraining;
import org.dramatis.lab.posttrain.Posttraining.Look;
import org.dramatis.lab.training.Trainer;
import org.dramatis.model.train.Plan;
import org.dramatis.store.data.Row;
import org.dramatis.store.data.Turns;
import org.dramatis.store.evidence.Fingerprint;

/**
 * Trains for real and keeps what was seen on the way. A training that is done is not done again.
 *
 * @param base the folder of the model that is trained
 * @param fingerprint of that model
 */
public record Trainings(ChatModel model, Path base, Fingerprint fingerprint, Trainer trainer, List<Probe> probes) {
    private static final String MARK = "training.txt";

    public Trainings {
        probes = List.copyOf(probes);
    }

    /**
     * Trains, goes on where it was stopped, or reads what was seen.
     *
     * @param data a file of rows
     * @param folder of this training alone
     * @return the looks, the first before training
     * @throws IllegalStateException when it is stopped before its end, or the folder belongs to another training
     */
    public List<Look> looks(Course course, long seed, Path data, List<Row> rows, Path folder, BooleanSupplier stop) {
        Plan plan = course.plan(seed);
        requireMark(folder, mark(plan, data));
        Posttraining training = new Posttraining(trainer, model.framing(), probes, course.every());
        List<Look> seen = training.seen(folder, plan);
        if (seen.isEmpty()) {
            seen = training.watch(base, new Lessons(model).of(rows, Turns.LAST), plan, folder, progress -> {}, stop);
            if (stop.getAsBoolean()) {
                throw new IllegalStateException("stopped while training in " + folder + ": the same command goes on");
            }
            remove(folder.resolve(Posttraining.STATE));
        }
        return seen;
    }

    /** Whether the training of a folder has begun, be it done or not. */
    public static boolean isBegun(Path folder) {
        return Files.exists(folder.resolve(MARK));
    }

    /** What makes the training what it is: the model, the data, the plan. */
    private String mark(Plan plan, Path data) {
        try {
            return fingerprint + "\n" + Fingerprint.ofFile(data) + "\n" + plan + "\n";
        } catch (IOException problem) {
            throw new UncheckedIOException(data + " cannot be read: " + problem.getMessage(), problem);
        }
    }

    private static void requireMark(Path folder, String mark) {
        Path file = folder.resolve(MARK);
        try {
            Files.createDirectories(folder);
            if (!Files.exists(file)) {
                Files.writeString(file, mark);
            } else if (!Files.readString(file).equals(mark)) {
                throw new IllegalStateException(
                        folder + " is of another model, other data or another plan: give another --out, or remove it");
            }
        } catch (IOException problem) {
            throw new UncheckedIOException(file + " cannot be kept: " + problem.getMessage(), problem);
        }
    }

    private static void remove(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException problem) {
            throw new UncheckedIOException(folder + " cannot be removed: " + problem.getMessage(), problem);
        }
    }
}
