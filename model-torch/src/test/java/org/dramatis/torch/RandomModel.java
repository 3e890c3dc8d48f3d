package org.dramatis.torch;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.bytedeco.pytorch.Tensor;
import org.dramatis.checkpoint.architecture.Architecture;
import org.dramatis.checkpoint.architecture.Attention;
import org.dramatis.checkpoint.architecture.FeedForward;
import org.dramatis.checkpoint.architecture.Layer;
import org.dramatis.checkpoint.architecture.Norms;
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
        addAll();
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

    private void addAll() {
        int width = architecture.width();
        addMatrix(architecture.embedding().tokens(), architecture.vocabulary(), width);
        architecture.embedding().positions().ifPresent(name -> addMatrix(name, architecture.context(), width));
        architecture.head().weight().ifPresent(name -> addMatrix(name, architecture.vocabulary(), width));
        addNorm(architecture.norms().last(), width);
        for (Layer layer : architecture.layers()) {
            addNorms(layer.prefix());
            addAttention(layer.prefix());
            addFeedForward(layer.prefix());
        }
    }

    private void addNorms(String prefix) {
        Norms norms = architecture.norms();
        int width = architecture.width();
        norms.beforeAttention().ifPresent(name -> addNorm(prefix + name, width));
        norms.afterAttention().ifPresent(name -> addNorm(prefix + name, width));
        norms.beforeFeedForward().ifPresent(name -> addNorm(prefix + name, width));
        norms.afterFeedForward().ifPresent(name -> addNorm(prefix + name, width));
    }

    private void addAttention(String prefix) {
        Attention attention = architecture.attention();
        int width = architecture.width();
        int queries = attention.heads() * attention.headWidth();
        int keys = attention.keyValueHeads() * attention.headWidth();
        boolean bias = attention.inputBias();
        switch (attention.inputs()) {
            case Attention.Inputs.Separate(String query, String key, String value) -> {
                addProjection(prefix + query, width, queries, bias);
                addProjection(prefix + key, width, keys, bias);
                addProjection(prefix + value, width, keys, bias);
            }
            case Attention.Inputs.Stacked(String name) -> addProjection(prefix + name, width, queries + 2 * keys, bias);
            case Attention.Inputs.PerHead(String name) -> addProjection(prefix + name, width, 3 * queries, bias);
        }
        addProjection(prefix + attention.output(), queries, width, attention.outputBias());
        attention.queryKeyNorm().ifPresent(norm -> {
            addNorm(prefix + norm.query(), norm.perHead() ? attention.headWidth() : queries);
            addNorm(prefix + norm.key(), norm.perHead() ? attention.headWidth() : keys);
        });
    }

    private void addFeedForward(String prefix) {
        FeedForward form = architecture.feedForward();
        int width = architecture.width();
        int inner = form.innerWidth();
        switch (form.inputs()) {
            case FeedForward.Inputs.Plain(String name) -> addProjection(prefix + name, width, inner, form.bias());
            case FeedForward.Inputs.Gated(String gate, String up) -> {
                addProjection(prefix + gate, width, inner, form.bias());
                addProjection(prefix + up, width, inner, form.bias());
            }
            case FeedForward.Inputs.GatedStacked(String name) ->
                addProjection(prefix + name, width, 2 * inner, form.bias());
        }
        addProjection(prefix + form.output(), inner, width, form.bias());
    }

    private void addProjection(String name, int inputs, int outputs, boolean bias) {
        double spread = 1 / Math.sqrt(inputs);
        long[] shape = architecture.inputMajor() ? new long[] {inputs, outputs} : new long[] {outputs, inputs};
        add(name + ".weight", 0, spread, shape);
        if (bias) {
            add(name + ".bias", 0, 0.1, outputs);
        }
    }

    private void addNorm(String name, int width) {
        add(name + ".weight", architecture.norms().unitOffset() ? 0 : 1, 0.1, width);
        if (architecture.norms().kind() == Norms.Kind.LAYER) {
            add(name + ".bias", 0, 0.1, width);
        }
    }

    /** An embedding or a head: their products with normalised rows are logits of some spread. */
    private void addMatrix(String name, int rows, int width) {
        add(name, 0, 1.5 / Math.sqrt(width), rows, width);
    }

    private void add(String name, double mean, double spread, long... shape) {
        long size = 1;
        for (long axis : shape) {
            size *= axis;
        }
        float[] cells = new float[Math.toIntExact(size)];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = (float) random.nextGaussian(mean, spread);
        }
        try (Scope scope = Scope.ofInference()) {
            tensors.put(name, scope.keep(Tensors.of(cells).view(shape)));
        }
    }

    @Override
    public void close() {
        transformer.close();
        weights.close();
    }
}
