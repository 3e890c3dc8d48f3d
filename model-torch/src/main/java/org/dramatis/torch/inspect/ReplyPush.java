package org.dramatis.torch.inspect;

import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.dramatis.model.score.Passage;
import org.dramatis.model.text.Tokens;
import org.dramatis.torch.network.Scope;
import org.dramatis.torch.network.Tensors;
import org.dramatis.torch.network.Transformer;
import org.dramatis.torch.prefix.Packing.Item;

/**
 * {@code d log p(y | prefix) / d h} for the residual stream that leaves the last layer: some positions at a time, since their
 * logits are the largest tensors of all.
 */
final class ReplyPush {
    private static final int MOST_LOGITS = 16 << 20;

    private ReplyPush() {}

    /** Like the residual stream: 0 where nothing is predicted. */
    static Tensor on(Tensor residual, List<Item> items, List<Passage> passages, Transformer transformer) {
        int predicted = items.stream()
                .mapToInt(item -> passages.get(item.place()).continuation().length())
                .sum();
        long[] places = new long[predicted];
        long[] targets = new long[predicted];
        int next = 0;
        int end = 0;
        for (Item item : items) {
            end += item.length();
            Tokens continuation = passages.get(item.place()).continuation();
            for (int t = 0; t < continuation.length(); t++) {
                places[next] = (long) end - continuation.length() + t;
                targets[next++] = continuation.at(t);
            }
        }
        return on(residual, Tensors.of(places), Tensors.of(targets), transformer);
    }

    private static Tensor on(Tensor residual, Tensor places, Tensor targets, Transformer transformer) {
        Tensor push = torch.zeros_like(residual);
        long most = Math.max(1, MOST_LOGITS / transformer.architecture().vocabulary());
        for (long from = 0; from < places.size(0); from += most) {
            long count = Math.min(most, places.size(0) - from);
            try (Scope _ = Scope.ofGradients()) {
                Tensor some = places.narrow(0, from, count);
                Tensor rows = residual.index_select(0, some).set_requires_grad(true);
                Tensor logs = torch.log_softmax(transformer.logits(rows), 1);
                Tensor total = logs.gather(1, targets.narrow(0, from, count).unsqueeze(1))
                        .sum();
                push.index_copy_(
                        0,
                        some,
                        torch.grad(new TensorVector(total), new TensorVector(rows))
                                .get(0));
            }
        }
        return push;
    }
}
