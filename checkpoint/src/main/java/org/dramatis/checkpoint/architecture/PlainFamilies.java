package org.dramatis.checkpoint.architecture;

import java.util.Optional;

/** Llama and the families in which all layers are alike. */
final class PlainFamilies {
    private PlainFamilies() {}

    /** Llama 1 to 3, and SmolLM 1 and 2. */
    static Architecture llama(Fields config, TensorNames tensors) {
        LlamaShape shape = LlamaShape.of(config, tensors);
        RotarySettings rotary = shape.rotary();
        boolean bias = config.flag("attention_bias");
        return shape.architecture(
                rotary.context(),
                shape.norms(),
                shape.attention(bias, bias, Optional.empty()),
                shape.feedForward("hidden_act", config.flag("mlp_bias")),
                shape.layers(Windows.none(), Frequencies.of(rotary)));
    }

    /** Llama with a window. */
    static Architecture mistral(Fields config, TensorNames tensors) {
        LlamaShape shape = LlamaShape.of(config, tensors);
        RotarySettings rotary = shape.rotary();
        return shape.architecture(
                rotary.context(),
                shape.norms(),
                shape.attention(false, false, Optional.empty()),
                shape.feedForward("hidden_act", false),
                shape.layers(Windows.everywhere(config), Frequencies.of(rotary)));
    }

    /** OLMo 2: norms after each part instead of before, and over queries and keys of all heads together. */
    static Architecture olmo2(Fields config, TensorNames tensors) {
        LlamaShape shape = LlamaShape.of(config, tensors);
        RotarySettings rotary = shape.rotary();
        boolean bias = config.flag("attention_bias");
        return shape.architecture(
                rotary.context(),
                shape.norms(
                        false,
                        Optional.empty(),
                        Optional.of("post_attention_layernorm"),
                        Optional.empty(),
                        Optional.of("post_feedforward_layernorm")),
                shape.attention(bias, bias, LlamaShape.queryKeyNorm(false)),
                shape.feedForward("hidden_act", false),
                shape.layers(Windows.none(), Frequencies.of(rotary)));
    }
}
