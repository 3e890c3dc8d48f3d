package org.dramatis.torch.network;

import java.util.OptionalInt;
import org.bytedeco.pytorch.Tensor;

/** What is added to the products of queries and keys: 0 where a query sees a key, minus infinity where not. */
final class Masks {
    private Masks() {}

    /**
     * The mask of {@code tokens} queries after {@code past} tokens, tokens x (past + tokens).
     *
     * @param window a query sees itself and so many less one before it
     */
    static Tensor causal(int past, int tokens, OptionalInt window) {
        int seen = past + tokens;
        float[] cells = new float[Math.multiplyExact(tokens, seen)];
        for (int t = 0; t < tokens; t++) {
            int first = window.isPresent() ? past + t - window.getAsInt() + 1 : 0;
            for (int s = 0; s < seen; s++) {
                cells[t * seen + s] = s < first || s > past + t ? Float.NEGATIVE_INFINITY : 0;
            }
        }
        return Tensors.of(cells).view(tokens, seen);
    }
}
