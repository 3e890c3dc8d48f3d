package org.dramatis.checkpoint.architecture;

/**
 * The feed-forward part of a layer.
 *
 * @param innerWidth of the part between
 * @param bias whether its projections have a {@code .bias}
 */
public record FeedForward(int innerWidth, Activation activation, Inputs inputs, String output, boolean bias) {
    /** The bend between the projections. */
    public enum Activation {
        SILU,
        GELU,
        /** The approximation by a hyperbolic tangent. */
        GELU_TANH,
        RELU
    }

    /** What leads to the inner width. */
    public sealed interface Inputs {
        /** {@code activation(in x)}. */
        record Plain(String name) implements Inputs {}

        /** {@code activation(gate x) * (up x)}. */
        record Gated(String gate, String up) implements Inputs {}

        /** The same in one projection: first the gate, then up (Phi-3). */
        record GatedStacked(String name) implements Inputs {}
    }
}
