package org.dramatis.torch.generate;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.dramatis.torch.network.Hooks;
import org.dramatis.torch.network.Scope;
import org.dramatis.torch.network.StepBatch;
import org.dramatis.torch.network.Tensors;
import org.dramatis.torch.network.Transformer;

/** Draws replies that grow together, on one thread. */
final class ReplyRows {
    private final Transformer transformer;
    private final Hooks hooks;
    private final Draw draw;
    private List<OpenReply> rows;

    ReplyRows(Transformer transformer, Hooks hooks, Draw draw, List<OpenReply> rows) {
        this.transformer = transformer;
        this.hooks = hooks;
        this.draw = draw;
        this.rows = rows;
    }

    /** Until every reply has ended. */
    void run() {
        try (StepBatch batch = begun()) {
            step(batch, false);
            while (rows.stream().anyMatch(row -> !row.ended())) {
                drop(batch);
                step(batch, true);
            }
        }
    }

    private StepBatch begun() {
        try (PromptReader reader = new PromptReader(transformer, hooks)) {
            reader.read(rows.stream().map(OpenReply::prompt).toList());
            return new StepBatch(
                    transformer.architecture(),
                    rows.stream().map(row -> reader.before(row.prompt())).toList(),
                    rows.stream().mapToInt(OpenReply::room).max().orElseThrow());
        }
    }

    private void step(StepBatch batch, boolean replies) {
        try (Scope _ = Scope.ofInference()) {
            batch.next(rows.stream().mapToLong(OpenReply::newest).toArray(), replies);
            Tensor logits = transformer.logits(transformer.residual(batch, hooks));
            float[] logs = Tensors.floats(torch.log_softmax(logits, 1));
            int vocabulary = logs.length / rows.size();
            for (int i = 0; i < rows.size(); i++) {
                if (!rows.get(i).ended()) {
                    rows.get(i).draw(draw, logs, i * vocabulary);
                }
            }
        }
    }

    /** Replies that have ended go when they are a quarter of all: copying the others costs something too. */
    private void drop(StepBatch batch) {
        List<Integer> open = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (!rows.get(i).ended()) {
                open.add(i);
            }
        }
        if (4 * (rows.size() - open.size()) >= rows.size()) {
            batch.retain(open.stream().mapToInt(Integer::intValue).toArray());
            rows = open.stream().map(rows::get).toList();
        }
    }
}
