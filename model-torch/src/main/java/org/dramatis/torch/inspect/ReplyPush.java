package org.dramatis.torch.inspect;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.dramatis.torch.network.Predictions;
import org.dramatis.torch.network.Scope;
import org.dramatis.torch.network.Transformer;

/**
 * {@code d log p(y | prefix) / d h} for the residual stream that leaves the last layer: some positions at a time, since their
 * logits are the largest tensors of all.
 */
final class ReplyPush {
    private static final int MOST_LOGITS = 16 << 20;

    private ReplyPush() {}

    /** Like the residual stream: 0 where nothing is predicted. */
    static Tensor on(Tensor residual, Predictions predictions, Transformer transformer) {
        Tensor places = predictions.places();
        Tensor targets = predictions.targets();
        Tensor push = torch.zeros_like(residual);
        long most = Math.max(1, MOST_LOGITS / transformer.architecture().vocabulary());
        for (long from = 0; from < predictions.count(); from += most) {
            long count = Math.min(most, predictions.count() - from);
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
