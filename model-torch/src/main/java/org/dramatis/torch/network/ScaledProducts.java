package org.dramatis.torch.network;

import java.util.Optional;
import org.bytedeco.pytorch.DoubleOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.dramatis.checkpoint.architecture.Attention;

/** {@code softmax(scale q k' + mask) v}. */
final class ScaledProducts {
    private ScaledProducts() {}

    /**
     * Attention of rows of queries to rows of keys and values.
     *
     * @param queries rows x heads x L x head width
     * @param keys rows x key-value heads x S x head width
     * @param values like the keys
     * @param mask added to the products, broadcast to rows x heads x L x S; empty where every query sees the keys up to its own
     *     place, L = S; never empty with a soft cap
     * @return rows x heads x L x head width
     */
    static Tensor attend(Attention attention, Tensor queries, Tensor keys, Tensor values, Optional<Tensor> mask) {
        return attention.softCap().isPresent()
                ? capped(attention, attention.softCap().getAsDouble(), queries, keys, values, mask.orElseThrow())
                : torch.scaled_dot_product_attention(
                        queries,
                        keys,
                        values,
                        mask.map(TensorOptional::new).orElseGet(TensorOptional::new),
                        0.0,
                        mask.isEmpty(),
                        new DoubleOptional(attention.scale()),
                        attention.heads() != attention.keyValueHeads());
    }

    /** {@code c tanh(scale q k' / c)} in place of the scaled products. */
    private static Tensor capped(
            Attention attention, double cap, Tensor queries, Tensor keys, Tensor values, Tensor mask) {
        int repeat = attention.heads() / attention.keyValueHeads();
        Tensor products = queries.matmul(repeated(keys, repeat).transpose(-2, -1));
        Tensor scores = products.mul(new Scalar(attention.scale() / cap)).tanh().mul(new Scalar(cap));
        return scores.add(mask).softmax(-1).matmul(repeated(values, repeat));
    }

    /** Every key-value head as often as heads share it. */
    private static Tensor repeated(Tensor heads, int repeat) {
        long rows = heads.size(0);
        long shared = heads.size(1);
        long tokens = heads.size(2);
        long width = heads.size(3);
        return repeat == 1
                ? heads
                : heads.unsqueeze(2)
                        .expand(rows, shared, repeat, tokens, width)
                        .reshape(rows, shared * repeat, tokens, width);
    }
}
