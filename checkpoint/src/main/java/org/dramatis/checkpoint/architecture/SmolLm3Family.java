package org.dramatis.checkpoint.architecture;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** SmolLM3: Llama in which some layers know no positions. */
final class SmolLm3Family {
    private SmolLm3Family() {}

    static Architecture smolLm3(Fields config, TensorNames tensors) {
        LlamaShape shape = LlamaShape.of(config, tensors);
        RotarySettings settings = shape.rotary();
        Rotary rotary = Frequencies.of(settings);
        List<Boolean> turning = turning(config, shape.sizes().layers());
        boolean slides = config.flag("use_sliding_window") && config.has("sliding_window");
        List<LayerType> types = LayerType.read(
                config,
                shape.sizes().layers(),
                index -> slides && !turning.get(index) ? LayerType.SLIDING : LayerType.FULL);
        boolean bias = config.flag("attention_bias");
        return shape.architecture(
                settings.context(),
                shape.norms(),
                shape.attention(bias, bias, Optional.empty()),
                shape.feedForward("hidden_act", config.flag("mlp_bias")),
                shape.layers(
                        Windows.sliding(config, types),
                        index -> turning.get(index) ? Optional.of(rotary) : Optional.empty()));
    }

    /** Despite its name, no_rope_layers has a 1 where a layer turns and a 0 where it does not. */
    private static List<Boolean> turning(Fields config, int layers) {
        Optional<List<Double>> said = config.numbers("no_rope_layers", 0, 1);
        if (said.isEmpty()) {
            int interval = config.whole("no_rope_layer_interval", 1, Sizes.LONGEST);
            return IntStream.range(0, layers)
                    .mapToObj(index -> (index + 1) % interval != 0)
                    .toList();
        }
        if (said.get().size() < layers) {
            throw config.wrong("no_rope_layers", "a list of at least num_hidden_layers (" + layers + ") numbers");
        }
        return said.get().stream().map(turns -> turns != 0).toList();
    }
}
