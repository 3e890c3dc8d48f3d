package org.dramatis.torch.network;

import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.dramatis.model.text.Tokens;
import org.dramatis.torch.network.PackedBatch.Row;

/**
 * What packed rows predict of replies, one row after the other: every token of a reply, and the place from which it is predicted,
 * that of the token before it. The last token of a reply is only predicted, hence not in its row.
 */
public final class Predictions {
    private final long[] places;
    private final long[] targets;

    /** @param replies of each row its own */
    public Predictions(List<Row> rows, List<Tokens> replies) {
        int count = replies.stream().mapToInt(Tokens::length).sum();
        this.places = new long[count];
        this.targets = new long[count];
        int next = 0;
        int end = 0;
        for (int i = 0; i < rows.size(); i++) {
            Tokens reply = replies.get(i);
            end += rows.get(i).length();
            for (int t = 0; t < reply.length(); t++, next++) {
                places[next] = (long) end - reply.length() + t;
                targets[next] = reply.at(t);
            }
        }
    }

    public int count() {
        return places.length;
    }

    /** Among all tokens of the rows, in the current scope. */
    public Tensor places() {
        return Tensors.of(places);
    }

    /** The tokens predicted there, in the current scope. */
    public Tensor targets() {
        return Tensors.of(targets);
    }
}
