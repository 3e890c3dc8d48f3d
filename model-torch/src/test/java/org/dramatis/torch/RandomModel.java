package org.dramatis.torch;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.bytedeco.pytorch.Tensor;
import org.dramatis.checkpoint.architecture.Architecture;
import org.dramatis.checkpoint.architecture.ExpectedTensor;
import org.dramatis.torch.network.Scope;
import org.dramatis.torch.network.Tensors;
import org.dramatis.torch.network.Transformer;
import org.dramatis.torch.network.Weights;

/** A transformer with random weights, which it owns; so small that log-probabilities are rounded by less than 1e-5. */
public final class RandomModel implements AutoCloseable {
    private final Architecture architecture;
    private final SplittableRandom random;
    private final Map<String, Tensor> tensors = new LinkedHashMap<>();
    private final Weights weights;
    private final Transformer transformer;

    public RandomModel(Architecture architecture, long seed) {
        this.architecture = architecture;
        this.random = new SplittableRandom(seed);
        ExpectedTensor.of(architecture).forEach(this::add);
        this.weights = new Weights(tensors);
        this.transformer = new Transformer(architecture, weights);
    }

    public Architecture architecture() {
        return architecture;
    }

    public Weights weights() {
        return weights;
    }

    public Transformer transformer() {
        return transformer;
    }

    private void add(ExpectedTensor expected) {
        long[] shape = expected.shape().stream().mapToLong(Long::longValue).toArray();
        float[] cells = new float[Math.toIntExact(LongStream.of(shape).reduce(1, Math::multiplyExact))];
        double mean = mean(expected);
        double spread = spread(expected);
        for (int i = 0; i < cells.length; i++) {
            cells[i] = (float) random.nextGaussian(mean, spread);
        }
        try (Scope scope = Scope.ofInference()) {
            tensors.put(expected.name(), scope.keep(Tensors.of(cells).view(shape)));
        }
    }

    /** Norms lie about what changes nothing. */
    private double mean(ExpectedTensor expected) {
        boolean norm = isVector(expected) && !expected.name().endsWith(".bias");
        return norm && !architecture.norms().unitOffset() ? 1 : 0;
    }

    /** Maps inside layers keep the size of what they read; products of embeddings or heads are logits of some spread. */
    private double spread(ExpectedTensor expected) {
        if (isVector(expected)) {
            return 0.1;
        }
        boolean inside =
                architecture.layers().stream().anyMatch(layer -> expected.name().startsWith(layer.prefix()));
        return inside
                ? 1 / Math.sqrt(expected.shape().get(architecture.inputMajor() ? 0 : 1))
                : 1.5 / Math.sqrt(architecture.width());
    }

    private static boolean isVector(ExpectedTensor expected) {
        return expected.shape().size() == 1;
    }

    @Override
    public void close() {
        transformer.close();
        weights.close();
    }
}
