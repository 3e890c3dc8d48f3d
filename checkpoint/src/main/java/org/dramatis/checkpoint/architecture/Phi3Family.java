package org.dramatis.checkpoint.architecture;

import java.util.Optional;
import java.util.OptionalDouble;

/** Phi-3 and Phi-4: Llama with stacked projections, a window, and positions that turn a part of each head. */
final class Phi3Family {
    private Phi3Family() {}

    static Architecture phi3(Fields config, TensorNames tensors) {
        LlamaShape shape = LlamaShape.of(config, tensors);
        RotarySettings rotary = RotarySettings.of(config, shape.sizes(), RotarySettings.Names.USUAL);
        return shape.architecture(
                rotary.context(),
                shape.norms(),
                shape.attention(
                        1 / Math.sqrt(shape.sizes().headWidth()),
                        OptionalDouble.empty(),
                        new Attention.Inputs.Stacked("self_attn.qkv_proj"),
                        false,
                        false,
                        Optional.empty()),
                new FeedForward(
                        shape.sizes().innerWidth(),
                        Activations.read(config, "hidden_act"),
                        new FeedForward.Inputs.GatedStacked("mlp.gate_up_proj"),
                        "mlp.down_proj",
                        false),
                shape.layers(Windows.everywhere(config), Frequencies.of(rotary)));
    }
}
