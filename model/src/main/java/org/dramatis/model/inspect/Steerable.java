package org.dramatis.model.inspect;

import java.util.List;

/**
 * A model whose activations can be changed while it scores, samples and is read.
 *
 * @param <M> what such a model is
 */
public interface Steerable<M> {
    /**
     * The same model, with these changes made in order at every step. It shares weights and life time with this one.
     *
     * @throws IllegalArgumentException when a site does not exist or a direction has another dimension
     */
    M changed(List<Change> changes);
}
