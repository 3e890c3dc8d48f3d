package org.dramatis.torch.train;

import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.dramatis.checkpoint.architecture.Architecture;
import org.dramatis.torch.network.Parameters;
import org.dramatis.torch.network.Scope;
import org.dramatis.torch.network.Transformer;

/** One worker's network: it shares the numbers that are trained with the others, and adds up gradients of its own. */
final class Replica implements AutoCloseable {
    private final Map<String, Tensor> leaves = new LinkedHashMap<>();
    private final Flat gradient;
    private final Transformer transformer;

    Replica(Architecture architecture, Layout layout, Flat values, Parameters base, double scale) {
        this.gradient = new Flat(layout.size());
        for (Layout.Place place : layout.places()) {
            leaves.put(place.name(), leaf(place, values));
        }
        this.transformer = new Transformer(architecture, new ChangedParameters(base, leaves, scale));
    }

    /** A gradient that is there already is added to in place: all of them stay in one piece of memory. */
    private Tensor leaf(Layout.Place place, Flat values) {
        try (Scope scope = Scope.ofInference()) {
            Tensor leaf = values.part(place).detach().requires_grad_(true);
            leaf.mutable_grad().put(gradient.part(place));
            return scope.keep(leaf);
        }
    }

    Transformer transformer() {
        return transformer;
    }

    Flat gradient() {
        return gradient;
    }

    @Override
    public void close() {
        transformer.close();
        leaves.values().forEach(Tensor::close);
        gradient.close();
    }
}
