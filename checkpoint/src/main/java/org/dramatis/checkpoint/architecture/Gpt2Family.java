package org.dramatis.checkpoint.architecture;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.dramatis.checkpoint.architecture.Norms.Kind;

/** GPT-2: learned positions, plain feed-forward, weights stored input x output. */
final class Gpt2Family {
    private Gpt2Family() {}

    static Architecture gpt2(Fields config, TensorNames tensors) {
        Sizes sizes = Sizes.ofGpt2(config);
        String root = tensors.root("wte.weight", List.of("transformer.", ""));
        return new Architecture(
                config.text("model_type"),
                sizes.vocabulary(),
                sizes.width(),
                sizes.context(),
                new Embedding(root + "wte.weight", Optional.of(root + "wpe.weight"), 1),
                norms(config, root),
                attention(config, sizes),
                new FeedForward(
                        sizes.innerWidth(),
                        Activations.read(config, "activation_function"),
                        new FeedForward.Inputs.Plain("mlp.c_fc"),
                        "mlp.c_proj",
                        true),
                IntStream.range(0, sizes.layers())
                        .mapToObj(index -> new Layer(root + "h." + index + ".", OptionalInt.empty(), Optional.empty()))
                        .toList(),
                new Head(
                        config.flag("tie_word_embeddings") ? Optional.empty() : Optional.of("lm_head.weight"),
                        OptionalDouble.empty()),
                false,
                true);
    }

    private static Norms norms(Fields config, String root) {
        return new Norms(
                Kind.LAYER,
                config.number("layer_norm_epsilon", 0, 1),
                false,
                Optional.of("ln_1"),
                Optional.empty(),
                Optional.of("ln_2"),
                Optional.empty(),
                root + "ln_f");
    }

    private static Attention attention(Fields config, Sizes sizes) {
        if (config.flag("scale_attn_by_inverse_layer_idx")) {
            throw config.wrong("scale_attn_by_inverse_layer_idx", "false (all layers scale alike)");
        }
        return new Attention(
                sizes.heads(),
                sizes.keyValueHeads(),
                sizes.headWidth(),
                config.flag("scale_attn_weights") ? 1 / Math.sqrt(sizes.headWidth()) : 1,
                OptionalDouble.empty(),
                new Attention.Inputs.Stacked("attn.c_attn"),
                true,
                "attn.c_proj",
                true,
                Optional.empty());
    }
}
