package org.dramatis.torch.network;

import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.dramatis.checkpoint.architecture.Architecture;
import org.dramatis.checkpoint.architecture.FeedForward;
import org.dramatis.checkpoint.architecture.FeedForward.Inputs;

/** The feed-forward part of one layer. */
final class FeedForwardPart {
    private final FeedForward form;
    private final List<Projection> inputs;
    private final Projection output;

    FeedForwardPart(Architecture architecture, String prefix, Parameters parameters) {
        this.form = architecture.feedForward();
        this.inputs = names(form.inputs()).stream()
                .map(name -> parameters.projection(prefix + name, form.bias(), architecture.inputMajor()))
                .toList();
        this.output = parameters.projection(prefix + form.output(), form.bias(), architecture.inputMajor());
    }

    private static List<String> names(Inputs inputs) {
        return switch (inputs) {
            case Inputs.Plain(String name) -> List.of(name);
            case Inputs.Gated(String gate, String up) -> List.of(gate, up);
            case Inputs.GatedStacked(String name) -> List.of(name);
        };
    }

    /** From and to N x width. */
    Tensor of(Tensor input) {
        Tensor first = inputs.getFirst().of(input);
        return output.of(
                switch (form.inputs()) {
                    case Inputs.Plain plain -> bent(first);
                    case Inputs.Gated gated -> bent(first).mul(inputs.get(1).of(input));
                    case Inputs.GatedStacked stacked -> {
                        List<Tensor> both = Tensors.parts(first, 1, form.innerWidth(), form.innerWidth());
                        yield bent(both.getFirst()).mul(both.getLast());
                    }
                });
    }

    private Tensor bent(Tensor inner) {
        return switch (form.activation()) {
            case SILU -> torch.silu(inner);
            case GELU -> torch.gelu(inner);
            case GELU_TANH -> torch.gelu(inner, "tanh");
            case RELU -> torch.relu(inner);
        };
    }
}
