package org.dramatis.checkpoint.architecture;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * From the residual stream to logits.
 *
 * @param weight vocabulary x width; empty where it is the embedding's (tied)
 * @param softCap {@code c tanh(logit / c)} (Gemma 2)
 */
public record Head(Optional<String> weight, OptionalDouble softCap) {}
