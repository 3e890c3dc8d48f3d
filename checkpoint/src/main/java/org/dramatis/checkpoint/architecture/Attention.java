package org.dramatis.checkpoint.architecture;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Attention, the same in every layer but for what {@link Layer} says.
 *
 * @param keyValueHeads fewer than heads where several heads share keys and values
 * @param scale what products of queries and keys are multiplied with
 * @param softCap {@code c tanh(product / c)} instead of the scaled product (Gemma 2)
 * @param inputs the projections to queries, keys and values
 * @param inputBias whether those have a {@code .bias}
 * @param output the projection back to the residual stream
 * @param outputBias whether that has a {@code .bias}
 */
public record Attention(
        int heads,
        int keyValueHeads,
        int headWidth,
        double scale,
        OptionalDouble softCap,
        Inputs inputs,
        boolean inputBias,
        String output,
        boolean outputBias,
        Optional<QueryKeyNorm> queryKeyNorm) {

    /** How queries, keys and values are projected. */
    public sealed interface Inputs {
        record Separate(String query, String key, String value) implements Inputs {}

        /** One projection: all queries, then all keys, then all values (GPT-2, Phi-3). */
        record Stacked(String name) implements Inputs {}

        /** One projection: query, key and value of the first head, of the second, ... (GPT-NeoX). */
        record PerHead(String name) implements Inputs {}
    }

    /**
     * Root-mean-square norms of queries and keys, with the epsilon and unit offset of {@link Norms}.
     *
     * @param perHead over each head by itself (Qwen3, Gemma 3) or over all heads together (OLMo 2)
     */
    public record QueryKeyNorm(String query, String key, boolean perHead) {}
}
