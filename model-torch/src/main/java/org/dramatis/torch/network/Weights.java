package org.dramatis.torch.network;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bytedeco.pytorch.Tensor;

/** The tensors of a model by name, which it owns. They live until it is closed, outside every scope. */
public final class Weights implements Parameters, AutoCloseable {
    private final Map<String, Tensor> tensors;

    /** Takes over the tensors, which belong to no scope. */
    public Weights(Map<String, Tensor> tensors) {
        this.tensors = new LinkedHashMap<>(tensors);
    }

    @Override
    public Tensor tensor(String name) {
        return Objects.requireNonNull(tensors.get(name), name);
    }

    /** In the order in which they were given. */
    public Set<String> names() {
        return tensors.keySet();
    }

    @Override
    public void close() {
        tensors.values().forEach(Tensor::close);
    }
}
