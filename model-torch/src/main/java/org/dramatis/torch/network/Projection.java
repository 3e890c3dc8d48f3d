package org.dramatis.torch.network;

import java.util.Optional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/** A linear map of the last axis. Not sealed: a measurement may bring one of its own. */
public interface Projection {
    Tensor of(Tensor input);

    /**
     * {@code x W' + b}.
     *
     * @param weight output x input, or input x output where {@code inputMajor}
     */
    record Dense(Tensor weight, Optional<Tensor> bias, boolean inputMajor) implements Projection {
        @Override
        public Tensor of(Tensor input) {
            Tensor rows = inputMajor ? weight.t() : weight;
            return bias.isPresent()
                    ? torch.linear(input, rows, new TensorOptional(bias.get()))
                    : torch.linear(input, rows);
        }
    }

    /** {@code base(x) + scale x A' B'}: a change of low rank beside a projection (LoRA, Hu et al. 2021). */
    record Adapted(Projection base, Tensor a, Tensor b, double scale) implements Projection {
        @Override
        public Tensor of(Tensor input) {
            Tensor change = torch.linear(torch.linear(input, a), b);
            return base.of(input).add(change, new org.bytedeco.pytorch.Scalar(scale));
        }
    }
}
