package org.dramatis.checkpoint.architecture;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import tools.jackson.databind.node.StringNode;

/** Gemma 2 and the text part of Gemma 3: norms before and after each part, a scaled embedding, layers that slide. */
final class GemmaFamilies {
    private static final RotarySettings.Names LOCAL =
            new RotarySettings.Names("rope_local_base_freq", "partial_rotary_factor");

    /** Inside a model that also reads pictures, as versions 5 and 4 of transformers name it. */
    private static final List<String> ROOTS_INSIDE =
            List.of("model.language_model.", "language_model.model.", "model.", "");

    private GemmaFamilies() {}

    /** Every other layer slides, the first among them. */
    static Architecture gemma2(Fields config, TensorNames tensors) {
        LlamaShape shape = LlamaShape.of(config, tensors);
        List<LayerType> types = LayerType.read(
                config, shape.sizes().layers(), index -> index % 2 == 0 ? LayerType.SLIDING : LayerType.FULL);
        return architecture(shape, types, Optional.empty(), type -> shape.rotary());
    }

    /** All but every sixth layer slide, with frequencies of their own. */
    static Architecture gemma3Text(Fields config, TensorNames tensors) {
        return gemma3(LlamaShape.of(config, tensors));
    }

    /** The model with pictures keeps what concerns the text in an object of its own. */
    static Architecture gemma3(Fields config, TensorNames tensors) {
        Fields text = config.object("text_config")
                .orElseThrow(() -> config.missing("text_config", "the object in which gemma3 keeps its sizes"));
        Fields filled = Architectures.filled(text.with("model_type", StringNode.valueOf("gemma3_text")));
        String tied = "tie_word_embeddings";
        return gemma3(LlamaShape.of(
                config.has(tied) ? filled.with(tied, config.values().get(tied)) : filled, tensors, ROOTS_INSIDE));
    }

    private static Architecture gemma3(LlamaShape shape) {
        Fields config = shape.config();
        int pattern = config.whole("sliding_window_pattern", 1, Sizes.LONGEST);
        List<LayerType> types = LayerType.read(
                config,
                shape.sizes().layers(),
                index -> (index + 1) % pattern != 0 ? LayerType.SLIDING : LayerType.FULL);
        return architecture(shape, types, LlamaShape.queryKeyNorm(true), type -> gemma3Rotary(shape, type));
    }

    private static RotarySettings gemma3Rotary(LlamaShape shape, LayerType type) {
        Fields config = shape.config();
        Fields parameters = config.objectOrNothing("rope_parameters");
        if (parameters.has("rope_type") || parameters.has("rope_theta")) {
            throw config.wrong("rope_parameters", "an object that holds full_attention and sliding_attention");
        }
        Fields said = type == LayerType.FULL
                ? RotarySettings.scaling(config, parameters.objectOrNothing(type.word()))
                : parameters.objectOrNothing(type.word());
        RotarySettings.Names names = type == LayerType.FULL ? RotarySettings.Names.USUAL : LOCAL;
        return shape.wholeHeads(RotarySettings.of(config, shape.sizes(), names, said));
    }

    private static Architecture architecture(
            LlamaShape shape,
            List<LayerType> types,
            Optional<Attention.QueryKeyNorm> norm,
            Function<LayerType, RotarySettings> settings) {
        Fields config = shape.config();
        int context = types.stream()
                .mapToInt(type -> settings.apply(type).context())
                .min()
                .orElseThrow();
        Map<LayerType, Rotary> rotaries = new EnumMap<>(LayerType.class);
        types.forEach(type -> rotaries.computeIfAbsent(type, missing -> Frequencies.of(settings.apply(missing))));
        return shape.architecture(
                context,
                shape.embedding(Math.sqrt(shape.sizes().width())),
                norms(shape),
                attention(shape, norm),
                shape.feedForward("hidden_activation", false),
                shape.layers(
                        Windows.sliding(config, types), index -> Optional.ofNullable(rotaries.get(types.get(index)))),
                new Head(shape.ownHead(), softCap(config, "final_logit_softcapping")));
    }

    private static Norms norms(LlamaShape shape) {
        return shape.norms(
                true,
                Optional.of("input_layernorm"),
                Optional.of("post_attention_layernorm"),
                Optional.of("pre_feedforward_layernorm"),
                Optional.of("post_feedforward_layernorm"));
    }

    private static Attention attention(LlamaShape shape, Optional<Attention.QueryKeyNorm> norm) {
        boolean bias = shape.config().flag("attention_bias");
        return shape.attention(
                1 / Math.sqrt(shape.config().number("query_pre_attn_scalar", 1e-3, 1e6)),
                softCap(shape.config(), "attn_logit_softcapping"),
                LlamaShape.SEPARATE,
                bias,
                bias,
                norm);
    }

    private static OptionalDouble softCap(Fields config, String field) {
        return config.optionalNumber(field, 1e-3, 1e6);
    }
}
