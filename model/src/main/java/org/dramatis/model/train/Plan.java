package org.dramatis.model.train;

/**
 * How it is learnt.
 *
 * <pre>{@code
 * Plan plan = Plan.of(200).withBatch(16).withTrained(Trained.Adapter.ofRank(8)).withRate(new LearningRate(1e-4, 10, .1));
 * }</pre>
 *
 * @param steps of the optimiser
 * @param batch examples of a step
 * @param tokensAtOnce a step is read in pieces of at most so many tokens: memory against speed, the result stays the same
 * @param clip the gradient is never longer than this; infinity to leave it
 * @param seed orders the examples, draws replies and begins adapters
 */
public record Plan(
        int steps,
        int batch,
        int tokensAtOnce,
        LearningRate rate,
        AdamW optimiser,
        double clip,
        long seed,
        Trained trained,
        Saving saving) {
    public Plan {
        Checks.require(steps >= 1, "the number of steps", steps, "at least 1");
        Checks.require(batch >= 1, "the batch", batch, "at least 1 example");
        Checks.require(tokensAtOnce >= 1, "tokens at once", tokensAtOnce, "at least 1");
        Checks.require(clip > 0, "the clipping of gradients", clip, "above 0");
        Checks.require(
                rate.warmUp() < steps, "the warm-up", rate.warmUp(), "shorter than the run of " + steps + " steps");
    }

    /** Full weights, batches of 16, a peak rate of 1e-4 after a warm-up of a twentieth, a floor of a tenth, clipped at 1. */
    public static Plan of(int steps) {
        return new Plan(
                steps,
                16,
                4096,
                new LearningRate(1e-4, steps / 20, .1),
                AdamW.USUAL,
                1,
                0,
                new Trained.Everything(),
                Saving.USUAL);
    }

    public Plan withBatch(int other) {
        return new Plan(steps, other, tokensAtOnce, rate, optimiser, clip, seed, trained, saving);
    }

    public Plan withTokensAtOnce(int other) {
        return new Plan(steps, batch, other, rate, optimiser, clip, seed, trained, saving);
    }

    public Plan withRate(LearningRate other) {
        return new Plan(steps, batch, tokensAtOnce, other, optimiser, clip, seed, trained, saving);
    }

    public Plan withOptimiser(AdamW other) {
        return new Plan(steps, batch, tokensAtOnce, rate, other, clip, seed, trained, saving);
    }

    public Plan withClip(double other) {
        return new Plan(steps, batch, tokensAtOnce, rate, optimiser, other, seed, trained, saving);
    }

    public Plan withSeed(long other) {
        return new Plan(steps, batch, tokensAtOnce, rate, optimiser, clip, other, trained, saving);
    }

    public Plan withTrained(Trained other) {
        return new Plan(steps, batch, tokensAtOnce, rate, optimiser, clip, seed, other, saving);
    }

    public Plan withSaving(Saving other) {
        return new Plan(steps, batch, tokensAtOnce, rate, optimiser, clip, seed, trained, other);
    }
}
