package org.dramatis.bench;

import java.util.HashMap;
import java.util.Map;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.T_TensorTensorDoubleLong_T;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.dramatis.torch.network.Parameters;
import org.dramatis.torch.network.Projection;

/**
 * Projections with eight bits: weights in 256 steps between their least and their greatest, activations likewise in every
 * product. The rest calculates as before. For the life of the process: nothing is freed.
 */
final class EightBitWeights implements Parameters {
    private final Parameters weights;
    private final Map<String, Projection> packed = new HashMap<>();

    EightBitWeights(Parameters weights) {
        this.weights = weights;
    }

    @Override
    public Tensor tensor(String name) {
        return weights.tensor(name);
    }

    @Override
    public Projection projection(String name, boolean bias, boolean inputMajor) {
        return packed.computeIfAbsent(name, there -> pack(there, bias, inputMajor));
    }

    @SuppressWarnings("deprecation") // of libtorch, which offers no other in Java
    private Projection pack(String name, boolean bias, boolean inputMajor) {
        Tensor stored = weights.tensor(name + ".weight");
        Tensor weight = inputMajor ? stored.t().contiguous() : stored;
        T_TensorTensorDoubleLong_T steps = torch.fbgemm_linear_quantize_weight(weight);
        Tensor rows = torch.fbgemm_pack_quantized_matrix(steps.get0());
        Scalar scale = new Scalar(steps.get2());
        Scalar zero = new Scalar(steps.get3());
        Tensor offset = bias ? weights.tensor(name + ".bias") : torch.zeros(weight.size(0));
        return input -> torch.fbgemm_linear_int8_weight_fp32_activation(
                input, steps.get0(), rows, steps.get1(), scale, zero, offset);
    }
}
