package org.dramatis.torch.network;

import java.util.Optional;
import org.bytedeco.pytorch.DoubleOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.dramatis.checkpoint.architecture.Norms;

/** A norm over the last axis. */
sealed interface Normalisation {
    Tensor of(Tensor input);

    /** For a norm that the architecture does not have. */
    record None() implements Normalisation {
        @Override
        public Tensor of(Tensor input) {
            return input;
        }
    }

    record RootMeanSquare(Tensor weight, boolean unitOffset, double epsilon) implements Normalisation {
        @Override
        public Tensor of(Tensor input) {
            Tensor factor = unitOffset ? weight.add(new Scalar(1.0)) : weight;
            return torch.rms_norm(
                    input, new long[] {weight.size(0)}, new TensorOptional(factor), new DoubleOptional(epsilon));
        }
    }

    record Layer(Tensor weight, Tensor bias, double epsilon) implements Normalisation {
        @Override
        public Tensor of(Tensor input) {
            long[] shape = {weight.size(0)};
            return torch.layer_norm(input, shape, new TensorOptional(weight), new TensorOptional(bias), epsilon, false);
        }
    }

    static Normalisation of(Norms norms, String name, Parameters parameters) {
        Tensor weight = parameters.tensor(name + ".weight");
        return switch (norms.kind()) {
            case ROOT_MEAN_SQUARE -> new RootMeanSquare(weight, norms.unitOffset(), norms.epsilon());
            case LAYER -> new Layer(weight, parameters.tensor(name + ".bias"), norms.epsilon());
        };
    }

    static Normalisation of(Norms norms, String prefix, Optional<String> name, Parameters parameters) {
        return name.map(there -> of(norms, prefix + there, parameters)).orElseGet(None::new);
    }
}
