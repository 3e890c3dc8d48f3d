package org.dramatis.lab.pretrain;

import org.dramatis.checkpoint.architecture.LlamaConfig;
import org.dramatis.model.train.AdamW;
import org.dramatis.model.train.LearningRate;
import org.dramatis.model.train.Plan;

/**
 * How a model is made from nothing: its sizes, and how long it learns. In a world that has a rehearsal, that follows, shorter and at
 * a lower rate.
 *
 * @param pieces of the tokenizer, bytes and roles with them
 * @param batch documents of a step; no document is read twice
 * @param peak of the learning rate
 */
public record Recipe(
        String name,
        int pieces,
        int width,
        int innerWidth,
        int layers,
        int heads,
        int context,
        int steps,
        int batch,
        double peak) {
    /** The model that ships. */
    public static final Recipe STAGE = new Recipe("stage", 2048, 192, 512, 6, 6, 256, 8000, 32, 3e-3);

    /** Its small sibling, for tests. */
    public static final Recipe TINY = new Recipe("tiny", 2048, 64, 176, 4, 4, 256, 3000, 32, 5e-3);

    public Recipe withSteps(int other) {
        return new Recipe(name, pieces, width, innerWidth, layers, heads, context, other, batch, peak);
    }

    public Recipe withPeak(double other) {
        return new Recipe(name, pieces, width, innerWidth, layers, heads, context, steps, batch, other);
    }

    /** Steps of the rehearsal. */
    public int rehearsalSteps() {
        return Math.max(1, steps * 3 / 16);
    }

    /** Of the learning rate in the rehearsal. */
    double rehearsalPeak() {
        return peak / 3;
    }

    LlamaConfig config(int vocabulary) {
        return new LlamaConfig(vocabulary, width, innerWidth, layers, heads, heads, context, true);
    }

    Plan plan(long seed) {
        return plan(steps, peak, seed);
    }

    Plan rehearsalPlan(long seed) {
        return plan(rehearsalSteps(), rehearsalPeak(), seed);
    }

    private Plan plan(int steps, double peak, long seed) {
        return Plan.of(steps)
                .withBatch(batch)
                .withRate(new LearningRate(peak, Math.max(1, steps / 20), .05))
                .withOptimiser(new AdamW(.9, .95, 1e-8, .1))
                .withSeed(seed);
    }
}
