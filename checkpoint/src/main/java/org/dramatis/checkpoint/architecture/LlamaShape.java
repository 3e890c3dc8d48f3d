package org.dramatis.checkpoint.architecture;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.dramatis.checkpoint.architecture.Norms.Kind;

/**
 * What families after Llama have in common: names, root-mean-square norms before each part, gated feed-forward. A family
 * takes from here what it did not change.
 *
 * @param root of the names of the network's tensors, with the dot
 */
record LlamaShape(Fields config, Sizes sizes, String root) {
    /** Names where the network is saved with its head, and alone. */
    private static final List<String> ROOTS = List.of("model.", "");

    static final Attention.Inputs SEPARATE =
            new Attention.Inputs.Separate("self_attn.q_proj", "self_attn.k_proj", "self_attn.v_proj");

    static LlamaShape of(Fields config, TensorNames tensors) {
        return of(config, tensors, ROOTS);
    }

    static LlamaShape of(Fields config, TensorNames tensors, List<String> roots) {
        return new LlamaShape(config, Sizes.of(config), tensors.root("embed_tokens.weight", roots));
    }

    Embedding embedding(double scale) {
        return new Embedding(root + "embed_tokens.weight", Optional.empty(), scale);
    }

    Norms norms() {
        return norms(
                false,
                Optional.of("input_layernorm"),
                Optional.empty(),
                Optional.of("post_attention_layernorm"),
                Optional.empty());
    }

    Norms norms(
            boolean unitOffset,
            Optional<String> beforeAttention,
            Optional<String> afterAttention,
            Optional<String> beforeFeedForward,
            Optional<String> afterFeedForward) {
        double epsilon = config.number("rms_norm_eps", 0, 1);
        return new Norms(
                Kind.ROOT_MEAN_SQUARE,
                epsilon,
                unitOffset,
                beforeAttention,
                afterAttention,
                beforeFeedForward,
                afterFeedForward,
                root + "norm");
    }

    /** Scaled by the square root of a head's width. */
    Attention attention(boolean inputBias, boolean outputBias, Optional<Attention.QueryKeyNorm> norm) {
        return attention(
                1 / Math.sqrt(sizes.headWidth()), OptionalDouble.empty(), SEPARATE, inputBias, outputBias, norm);
    }

    Attention attention(
            double scale,
            OptionalDouble softCap,
            Attention.Inputs inputs,
            boolean inputBias,
            boolean outputBias,
            Optional<Attention.QueryKeyNorm> norm) {
        return new Attention(
                sizes.heads(),
                sizes.keyValueHeads(),
                sizes.headWidth(),
                scale,
                softCap,
                inputs,
                inputBias,
                "self_attn.o_proj",
                outputBias,
                norm);
    }

    static Optional<Attention.QueryKeyNorm> queryKeyNorm(boolean perHead) {
        return Optional.of(new Attention.QueryKeyNorm("self_attn.q_norm", "self_attn.k_norm", perHead));
    }

    FeedForward feedForward(String activationField, boolean bias) {
        return new FeedForward(
                sizes.innerWidth(),
                Activations.read(config, activationField),
                new FeedForward.Inputs.Gated("mlp.gate_proj", "mlp.up_proj"),
                "mlp.down_proj",
                bias);
    }

    List<Layer> layers(IntFunction<OptionalInt> window, Rotary rotary) {
        return layers(window, index -> Optional.of(rotary));
    }

    List<Layer> layers(IntFunction<OptionalInt> window, IntFunction<Optional<Rotary>> rotary) {
        return IntStream.range(0, sizes.layers())
                .mapToObj(index -> new Layer(root + "layers." + index + ".", window.apply(index), rotary.apply(index)))
                .toList();
    }

    /** The settings of a family in which all entries of a head turn. */
    RotarySettings rotary() {
        return wholeHeads(RotarySettings.of(config, sizes, RotarySettings.Names.USUAL));
    }

    RotarySettings wholeHeads(RotarySettings settings) {
        if (settings.dimensions() != sizes.headWidth()) {
            throw config.problem("a partial_rotary_factor other than 1 is supported for phi3 and gpt_neox only");
        }
        return settings;
    }

    /** Beside the network, or, in files of Gemma 3 with pictures, still within the part for language. */
    Optional<String> ownHead() {
        return config.flag("tie_word_embeddings")
                ? Optional.empty()
                : Optional.of(root.startsWith("language_model.") ? "language_model.lm_head.weight" : "lm_head.weight");
    }

    /** With an embedding and a head that do nothing more. */
    Architecture architecture(
            int context, Norms norms, Attention attention, FeedForward feedForward, List<Layer> layers) {
        return architecture(
                context,
                embedding(1),
                norms,
                attention,
                feedForward,
                layers,
                new Head(ownHead(), OptionalDouble.empty()));
    }

    Architecture architecture(
            int context,
            Embedding embedding,
            Norms norms,
            Attention attention,
            FeedForward feedForward,
            List<Layer> layers,
            Head head) {
        return new Architecture(
                config.text("model_type"),
                sizes.vocabulary(),
                sizes.width(),
                context,
                embedding,
                norms,
                attention,
                feedForward,
                layers,
                head,
                false,
                false);
    }
}
