package org.dramatis.cli;

import java.util.Optional;
import org.dramatis.model.train.LearningRate;
import org.dramatis.model.train.Plan;
import org.dramatis.model.train.Trained;
import picocli.CommandLine.Option;

/** How long, how fast and what is trained. */
final class PlanOptions {
    private static final int FEWEST_STEPS = 40;

    @Option(names = "--steps", paramLabel = "N", description = "Steps (default: all rows once, at least 40).")
    private Optional<Integer> steps = Optional.empty();

    @Option(
            names = "--batch",
            paramLabel = "N",
            defaultValue = "8",
            description = "Rows a step (default: ${DEFAULT-VALUE}).")
    private int batch;

    @Option(
            names = "--rate",
            paramLabel = "X",
            defaultValue = "1e-4",
            description = "Learning rate (default: ${DEFAULT-VALUE}).")
    private double rate;

    @Option(
            names = "--adapter",
            paramLabel = "RANK",
            description = "Train an adapter of this rank (LoRA), not all weights.")
    private Optional<Integer> adapter = Optional.empty();

    /** @param examples there are to learn from */
    Plan plan(int examples, long seed) {
        int once = batch < 1 ? 1 : (examples + batch - 1) / batch; // the plan says what is wrong with such a batch
        Plan plan = Plan.of(steps.orElse(Math.max(FEWEST_STEPS, once)))
                .withBatch(batch)
                .withRate(LearningRate.constant(rate))
                .withSeed(seed);
        return adapter.map(rank -> plan.withTrained(Trained.Adapter.ofRank(rank)))
                .orElse(plan);
    }
}
