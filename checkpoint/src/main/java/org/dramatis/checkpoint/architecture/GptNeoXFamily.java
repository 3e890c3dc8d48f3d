package org.dramatis.checkpoint.architecture;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.dramatis.checkpoint.architecture.Norms.Kind;

/** GPT-NeoX and Pythia: both parts of a layer may read the same stream, and positions turn a part of each head. */
final class GptNeoXFamily {
    private GptNeoXFamily() {}

    static Architecture gptNeoX(Fields config, TensorNames tensors) {
        Sizes sizes = sizes(config);
        String root = tensors.root("embed_in.weight", List.of("gpt_neox.", ""));
        RotarySettings settings =
                RotarySettings.of(config, sizes, new RotarySettings.Names("rotary_emb_base", "rotary_pct"));
        Optional<Rotary> rotary = Optional.of(Frequencies.of(settings));
        return new Architecture(
                config.text("model_type"),
                sizes.vocabulary(),
                sizes.width(),
                settings.context(),
                new Embedding(root + "embed_in.weight", Optional.empty(), 1),
                norms(config, root),
                attention(config, sizes),
                feedForward(config, sizes),
                IntStream.range(0, sizes.layers())
                        .mapToObj(index -> new Layer(root + "layers." + index + ".", OptionalInt.empty(), rotary))
                        .toList(),
                new Head(head(config, tensors), OptionalDouble.empty()),
                config.flag("use_parallel_residual"),
                false);
    }

    /** The one projection of a head holds its own keys and values. */
    private static Sizes sizes(Fields config) {
        Sizes sizes = Sizes.of(config);
        if (sizes.keyValueHeads() != sizes.heads()) {
            throw config.wrong("num_key_value_heads", "num_attention_heads (" + sizes.heads() + ")");
        }
        return sizes;
    }

    private static Norms norms(Fields config, String root) {
        return new Norms(
                Kind.LAYER,
                config.number("layer_norm_eps", 0, 1),
                false,
                Optional.of("input_layernorm"),
                Optional.empty(),
                Optional.of("post_attention_layernorm"),
                Optional.empty(),
                root + "final_layer_norm");
    }

    private static Attention attention(Fields config, Sizes sizes) {
        boolean bias = config.flag("attention_bias");
        return new Attention(
                sizes.heads(),
                sizes.keyValueHeads(),
                sizes.headWidth(),
                1 / Math.sqrt(sizes.headWidth()),
                OptionalDouble.empty(),
                new Attention.Inputs.PerHead("attention.query_key_value"),
                bias,
                "attention.dense",
                bias,
                Optional.empty());
    }

    private static FeedForward feedForward(Fields config, Sizes sizes) {
        return new FeedForward(
                sizes.innerWidth(),
                Activations.read(config, "hidden_act"),
                new FeedForward.Inputs.Plain("mlp.dense_h_to_4h"),
                "mlp.dense_4h_to_h",
                true);
    }

    private static Optional<String> head(Fields config, TensorNames tensors) {
        return config.flag("tie_word_embeddings")
                ? Optional.empty()
                : Optional.of(tensors.root("weight", List.of("embed_out.", "lm_head.")) + "weight");
    }
}
