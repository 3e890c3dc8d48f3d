package org.dramatis.torch.network;

import org.bytedeco.pytorch.Tensor;
import org.dramatis.checkpoint.architecture.Attention;
import org.dramatis.checkpoint.architecture.Layer;

/** N tokens that go through the network at once, one after the other without padding, and which of them see which. */
public interface Batch {
    /** Token ids, N. */
    Tensor ids();

    /** The place of each token in its text, N. */
    Tensor positions();

    /** 1 for each token that belongs to a reply, 0 for those of prompts, N x 1. */
    Tensor reply();

    /**
     * Attention of every token to those it sees.
     *
     * @param index of the layer
     * @param queries N x heads x head width
     * @param keys N x key-value heads x head width
     * @param values like the keys
     * @return N x (heads * head width)
     */
    Tensor attend(Attention attention, Layer layer, int index, Tensor queries, Tensor keys, Tensor values);
}
