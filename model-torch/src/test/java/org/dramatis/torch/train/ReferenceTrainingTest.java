package org.dramatis.torch.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.dramatis.checkpoint.JsonFiles;
import org.dramatis.checkpoint.ModelFolder;
import org.dramatis.model.text.Tokens;
import org.dramatis.model.train.AdamW;
import org.dramatis.model.train.Demonstration;
import org.dramatis.model.train.LearningRate;
import org.dramatis.model.train.Lesson;
import org.dramatis.model.train.Order;
import org.dramatis.model.train.Plan;
import org.dramatis.model.train.Progress;
import org.dramatis.torch.Workers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The same training by the reference libraries, whose losses {@code bench/fixtures training} has stored. */
class ReferenceTrainingTest {
    private static final Path FIXTURE = Path.of("src/test/resources/training");

    /** Rounding differs from the first step on, and Adam, which divides by the size of gradients, lets it grow. */
    private static final double TOLERANCE = 1e-4;

    @TempDir
    Path run;

    @Test
    void losesAsTheReferenceDoesInEveryStep() {
        JsonNode expected = JsonFiles.object(FIXTURE.resolve("expected.json"));
        List<Progress> steps =
                train(arranged(demonstrations(expected)), expected.get("losses").size());
        for (int i = 0; i < steps.size(); i++) {
            assertThat(steps.get(i).loss())
                    .as("loss of step " + i)
                    .isCloseTo(expected.get("losses").get(i).doubleValue(), within(TOLERANCE));
            assertThat(steps.get(i).gradientNorm())
                    .as("norm in step " + i)
                    .isCloseTo(expected.get("norms").get(i).doubleValue(), within(20 * TOLERANCE));
        }
        assertThat(steps.getLast().loss()).isLessThan(.8 * steps.getFirst().loss());
    }

    private List<Progress> train(List<Demonstration> demonstrations, int steps) {
        Plan plan = Plan.of(steps)
                .withBatch(demonstrations.size() / steps)
                .withRate(new LearningRate(1e-2, 4, .1))
                .withOptimiser(new AdamW(.9, .95, 1e-8, .1));
        List<Progress> all = new ArrayList<>();
        try (Workers workers = new Workers(2);
                BaseModel base = BaseModel.read(new ModelFolder(FIXTURE));
                TorchTraining training = TorchTraining.open(
                        base,
                        new Lesson.Imitation(demonstrations),
                        plan,
                        run,
                        network -> {
                            throw new AssertionError("nobody speaks here");
                        },
                        workers)) {
            training.finish(all::add);
        }
        return all;
    }

    private static List<Demonstration> demonstrations(JsonNode expected) {
        List<Demonstration> all = new ArrayList<>();
        for (JsonNode row : expected.get("rows")) {
            all.add(Demonstration.of(tokens(row.get("prompt")), tokens(row.get("reply"))));
        }
        return all;
    }

    private static Tokens tokens(JsonNode ids) {
        return Tokens.of(StreamSupport.stream(ids.spliterator(), false)
                .mapToInt(JsonNode::intValue)
                .toArray());
    }

    /** Placed so that the order of the seed brings them back to that of the fixture. */
    private static List<Demonstration> arranged(List<Demonstration> demonstrations) {
        List<Integer> order = new Order(demonstrations.size(), 0).batch(0, demonstrations.size());
        List<Demonstration> arranged = new ArrayList<>(demonstrations);
        for (int i = 0; i < order.size(); i++) {
            arranged.set(order.get(i), demonstrations.get(i));
        }
        return arranged;
    }
}
