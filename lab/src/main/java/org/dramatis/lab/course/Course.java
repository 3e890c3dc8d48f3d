package org.dramatis.lab.course;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import org.dramatis.model.train.LearningRate;
import org.dramatis.model.train.Plan;
import org.dramatis.model.train.Saving;
import org.dramatis.model.train.Trained;

/**
 * How data sets are trained.
 *
 * @param rate of learning
 * @param every steps between looks
 * @param adapter the rank of an adapter that learns; all weights learn where there is none
 * @param pilots recipes that are trained first, to learn how fast this course moves who speaks
 * @param paced the course whose pilots tell that instead; the pace is then as much faster as this course learns faster
 */
public record Course(
        @JsonProperty("course") String name,
        int steps,
        int batch,
        double rate,
        int every,
        Optional<Integer> adapter,
        List<String> pilots,
        @JsonProperty("paced-as") Optional<String> paced) {
    public Course {
        if (name == null || !name.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException(
                    "a course is named '" + name + "': use lower-case letters and digits joined by single hyphens");
        }
        pilots = List.copyOf(pilots);
        if (every < 1) {
            throw new IllegalArgumentException(
                    "course '" + name + "' looks every " + every + " steps: every 1 or more");
        }
        if (pilots.isEmpty() == paced.isEmpty()) {
            throw new IllegalArgumentException(
                    "course '" + name
                            + "' needs either 'pilots' or 'paced-as', the course whose pilots tell how fast it moves who speaks");
        }
    }

    public Plan plan(long seed) {
        Plan plan = Plan.of(steps)
                .withBatch(batch)
                .withRate(LearningRate.constant(rate))
                .withSaving(Saving.everySteps(steps))
                .withSeed(seed);
        return adapter.map(rank -> plan.withTrained(Trained.Adapter.ofRank(rank)))
                .orElse(plan);
    }

    /** In words. */
    public String about() {
        return steps + " steps of " + batch + " rows at a learning rate of " + rate
                + adapter.map(rank -> ", an adapter of rank " + rank).orElse(", all weights");
    }
}
