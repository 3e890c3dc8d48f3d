package org.dramatis.torch.network;

import org.bytedeco.pytorch.Tensor;
import org.dramatis.model.inspect.Site;

/** Sees the activations at every named site, and may replace them. */
@FunctionalInterface
public interface Hooks {
    Hooks NONE = (batch, layer, place, activations) -> activations;

    /**
     * What goes on from here instead of {@code activations}.
     *
     * @param activations tokens of the batch x width
     */
    Tensor at(Batch batch, int layer, Site.Place place, Tensor activations);
}
