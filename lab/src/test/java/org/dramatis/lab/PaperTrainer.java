package org.dramatis.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import org.dramatis.checkpoint.tensors.DataType;
import org.dramatis.lab.training.Session;
import org.dramatis.lab.training.Trainer;
import org.dramatis.model.score.TokenScorer;
import org.dramatis.model.train.Lesson;
import org.dramatis.model.train.Plan;
import org.dramatis.model.train.Progress;
import tools.jackson.databind.JsonNode;

/**
 * Training that only counts its steps. The count is put on disk every few steps as the plan says, and when it is told to stop; what
 * the model says is a function of the count.
 */
public final class PaperTrainer implements Trainer {
    /** What the model has become after so many steps. */
    @FunctionalInterface
    public interface Course {
        double of(int step, String before, String reply);
    }

    private final Course course;
    private final List<Lesson> lessons = new ArrayList<>();

    public PaperTrainer() {
        this((step, before, reply) -> 1);
    }

    public PaperTrainer(Course course) {
        this.course = course;
    }

    /** What was to be learnt, of every session in order. */
    public List<Lesson> lessons() {
        return lessons;
    }

    @Override
    public Session train(Path base, Lesson lesson, Plan plan, Path run) {
        lessons.add(lesson);
        return new PaperSession(plan, run.resolve("step.txt"));
    }

    @Override
    public Session train(JsonNode config, Path tokenizer, Lesson lesson, Plan plan, Path run) {
        return train(tokenizer, lesson, plan, run);
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private final class PaperSession implements Session {
        private final Plan plan;
        private final Path state;
        private int step;

        PaperSession(Plan plan, Path state) {
            this.plan = plan;
            this.state = state;
            try {
                this.step = Files.exists(state) ? Integer.parseInt(Files.readString(state)) : 0;
            } catch (IOException problem) {
                throw new UncheckedIOException(problem);
            }
        }

        @Override
        public TokenScorer scorer() {
            int now = step;
            return new Judge(SmallWorld.LETTERS, (before, reply) -> course.of(now, before, reply));
        }

        @Override
        public void saveModel(Path folder, DataType type) {
            write(folder.resolve("model.txt"), "after " + step + " steps");
        }

        @Override
        public int step() {
            return step;
        }

        @Override
        public int steps() {
            return plan.steps();
        }

        @Override
        public List<Double> losses() {
            return Collections.nCopies(step, 1.0);
        }

        @Override
        public Progress advance() {
            step++;
            return new Progress(
                    step,
                    plan.steps(),
                    1,
                    1,
                    1,
                    1,
                    Duration.ZERO,
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty());
        }

        @Override
        public void save() {
            write(state, String.valueOf(step));
        }

        @Override
        public void close() {}
    }
}
