package org.dramatis.checkpoint.architecture;

import java.util.Optional;

/**
 * Where the residual stream is normalised, and how. Each name is that of a module, with {@code .weight} and, for
 * {@link Kind#LAYER}, {@code .bias} below it.
 *
 * @param unitOffset whether the stored weight is what is added to 1 (Gemma)
 * @param last of the whole network, before the head
 */
public record Norms(
        Kind kind,
        double epsilon,
        boolean unitOffset,
        Optional<String> beforeAttention,
        Optional<String> afterAttention,
        Optional<String> beforeFeedForward,
        Optional<String> afterFeedForward,
        String last) {
    /** The formula. */
    public enum Kind {
        /** {@code w x / sqrt(mean x^2 + epsilon)}. */
        ROOT_MEAN_SQUARE,
        /** {@code w (x - mean x) / sqrt(var x + epsilon) + b}. */
        LAYER
    }
}
