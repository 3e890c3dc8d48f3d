package org.dramatis.torch.train;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.dramatis.checkpoint.architecture.Architecture;
import org.dramatis.checkpoint.architecture.ExpectedTensor;
import org.dramatis.model.train.Seeds;
import org.dramatis.torch.network.Scope;
import org.dramatis.torch.network.Tensors;
import org.dramatis.torch.network.Weights;

/**
 * The weights of a network that has learnt nothing, the same for the same seed: matrices from a normal distribution of standard
 * deviation .02, those that lead back to the residual stream of {@code .02 / sqrt(2 layers)}, so that it does not grow with depth
 * (Radford et al. 2019); norms that change nothing; biases of zero.
 */
final class RandomWeights {
    private static final double DEVIATION = .02;

    private RandomWeights() {}

    static Weights of(Architecture architecture, long seed) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (ExpectedTensor expected : ExpectedTensor.of(architecture)) {
            tensors.put(expected.name(), tensor(architecture, expected, Seeds.mixed(seed, tensors.size())));
        }
        return new Weights(tensors);
    }

    private static Tensor tensor(Architecture architecture, ExpectedTensor expected, long seed) {
        Tensor tensor =
                torch.zeros(expected.shape().stream().mapToLong(Long::longValue).toArray());
        if (expected.shape().size() > 1) {
            fill(tensor, deviation(architecture, expected.name()), seed);
        } else if (expected.name().endsWith(".weight") && !architecture.norms().unitOffset()) {
            try (Scope _ = Scope.ofInference()) {
                tensor.fill_(new Scalar(1.0));
            }
        }
        return tensor;
    }

    private static double deviation(Architecture architecture, String name) {
        boolean back = name.endsWith("." + architecture.attention().output() + ".weight")
                || name.endsWith("." + architecture.feedForward().output() + ".weight");
        return back ? DEVIATION / Math.sqrt(2.0 * architecture.layers().size()) : DEVIATION;
    }

    private static void fill(Tensor tensor, double deviation, long seed) {
        Random random = new Random(seed);
        MemorySegment numbers = Tensors.memory(tensor);
        for (long i = 0; i < tensor.numel(); i++) {
            numbers.setAtIndex(ValueLayout.JAVA_FLOAT, i, (float) (deviation * random.nextGaussian()));
        }
    }
}
