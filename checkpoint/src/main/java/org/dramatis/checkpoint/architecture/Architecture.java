package org.dramatis.checkpoint.architecture;

import java.util.List;

/**
 * A decoder-only transformer, described so that one forward function runs every family. Names are those of the tensors in the
 * file; inside a layer they follow the layer's prefix. A part that has no name is not there.
 *
 * @param family as the configuration names it, {@code llama} say
 * @param context how many tokens it can read at once
 * @param parallel whether attention and feed-forward both read the residual stream that enters the layer (GPT-NeoX)
 * @param inputMajor whether weights of projections are stored input x output (GPT-2) instead of output x input
 */
public record Architecture(
        String family,
        int vocabulary,
        int width,
        int context,
        Embedding embedding,
        Norms norms,
        Attention attention,
        FeedForward feedForward,
        List<Layer> layers,
        Head head,
        boolean parallel,
        boolean inputMajor) {
    public Architecture {
        layers = List.copyOf(layers);
    }
}
