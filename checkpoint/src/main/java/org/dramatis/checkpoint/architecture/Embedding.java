package org.dramatis.checkpoint.architecture;

import java.util.Optional;

/**
 * How token ids enter the residual stream.
 *
 * @param tokens the weight, vocabulary x width
 * @param positions the weight of learned positions, context x width (GPT-2)
 * @param scale what the embedding is multiplied with; the square root of the width in Gemma
 */
public record Embedding(String tokens, Optional<String> positions, double scale) {}
