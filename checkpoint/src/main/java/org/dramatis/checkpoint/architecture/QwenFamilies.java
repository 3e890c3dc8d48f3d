package org.dramatis.checkpoint.architecture;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntFunction;

/** Qwen 2, 2.5 and 3: the upper layers may slide. */
final class QwenFamilies {
    private QwenFamilies() {}

    /** Biases on queries, keys and values alone. */
    static Architecture qwen2(Fields config, TensorNames tensors) {
        LlamaShape shape = LlamaShape.of(config, tensors);
        return architecture(shape, shape.attention(true, false, Optional.empty()));
    }

    /** Norms of queries and keys in each head. */
    static Architecture qwen3(Fields config, TensorNames tensors) {
        LlamaShape shape = LlamaShape.of(config, tensors);
        boolean bias = config.flag("attention_bias");
        return architecture(shape, shape.attention(bias, bias, LlamaShape.queryKeyNorm(true)));
    }

    private static Architecture architecture(LlamaShape shape, Attention attention) {
        RotarySettings rotary = shape.rotary();
        return shape.architecture(
                rotary.context(),
                shape.norms(),
                attention,
                shape.feedForward("hidden_act", false),
                shape.layers(windows(shape), Frequencies.of(rotary)));
    }

    private static IntFunction<OptionalInt> windows(LlamaShape shape) {
        Fields config = shape.config();
        boolean slides = config.flag("use_sliding_window") && config.has("sliding_window");
        int first = config.whole("max_window_layers", 0, Sizes.LONGEST);
        List<LayerType> types = LayerType.read(
                config, shape.sizes().layers(), index -> slides && index >= first ? LayerType.SLIDING : LayerType.FULL);
        if (!slides && types.contains(LayerType.SLIDING)) {
            throw config.wrong("layer_types", "full_attention alone, as use_sliding_window or sliding_window is off,");
        }
        return Windows.sliding(config, types);
    }
}
