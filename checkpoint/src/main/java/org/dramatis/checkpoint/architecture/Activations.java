package org.dramatis.checkpoint.architecture;

import org.dramatis.checkpoint.architecture.FeedForward.Activation;

/** The names of activations in configurations. */
final class Activations {
    private Activations() {}

    static Activation read(Fields config, String field) {
        return switch (config.text(field)) {
            case "silu", "swish" -> Activation.SILU;
            case "gelu", "gelu_python" -> Activation.GELU;
            case "gelu_new", "gelu_pytorch_tanh", "gelu_python_tanh", "gelu_fast", "gelu_accurate" ->
                Activation.GELU_TANH;
            case "relu" -> Activation.RELU;
            default -> throw config.wrong(field, "one of silu, gelu, gelu_new, gelu_pytorch_tanh, relu");
        };
    }
}
