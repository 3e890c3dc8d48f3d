package org.dramatis.model.train;

import java.time.Duration;
import java.util.OptionalDouble;

/**
 * What a step did.
 *
 * @param step steps done, this one with them
 * @param loss before the step's change
 * @param gradientNorm before clipping
 * @param tokensPerSecond of all tokens read, prompts with them
 * @param left until the last step, at the pace so far
 * @param accuracy the share of pairs whose chosen reply gained more than the other; with preferences only
 * @param reward the mean; with rewards only
 * @param divergence the mean over tokens from the model at the start; with rewards, where it costs something
 */
public record Progress(
        int step,
        int steps,
        double loss,
        double learningRate,
        double gradientNorm,
        double tokensPerSecond,
        Duration left,
        OptionalDouble accuracy,
        OptionalDouble reward,
        OptionalDouble divergence) {}
