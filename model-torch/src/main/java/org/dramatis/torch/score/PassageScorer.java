package org.dramatis.torch.score;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.dramatis.core.evidence.Reason;
import org.dramatis.core.number.LogVector;
import org.dramatis.model.score.Passage;
import org.dramatis.model.score.Score;
import org.dramatis.model.score.Score.Scored;
import org.dramatis.model.score.Score.Unscorable;
import org.dramatis.model.text.Tokens;
import org.dramatis.torch.Workers;
import org.dramatis.torch.network.Hooks;
import org.dramatis.torch.network.PackedBatch;
import org.dramatis.torch.network.PackedBatch.Row;
import org.dramatis.torch.network.Predictions;
import org.dramatis.torch.network.Scope;
import org.dramatis.torch.network.Tensors;
import org.dramatis.torch.network.Transformer;
import org.dramatis.torch.prefix.Packing;
import org.dramatis.torch.prefix.Packing.Item;
import org.dramatis.torch.prefix.PrefixReader;
import org.dramatis.torch.prefix.PrefixTree;
import org.dramatis.torch.prefix.PrefixTree.Leaf;

/** Scores passages that fit the context, all of them at once. */
final class PassageScorer {
    /** Logits of so many tokens at a time that they stay below 64 MB. */
    private static final int MOST_LOGITS = 16 << 20;

    private final Transformer transformer;
    private final Workers workers;
    private final Hooks hooks;

    PassageScorer(Transformer transformer, Workers workers, Hooks hooks) {
        this.transformer = transformer;
        this.workers = workers;
        this.hooks = hooks;
    }

    /** The score of every passage, in order. */
    List<Score> score(List<Passage> passages) {
        PrefixTree tree = new PrefixTree(passages);
        try (PrefixReader reader = new PrefixReader(transformer, hooks, workers)) {
            reader.read(tree);
            return scoreLeaves(passages, tree.leaves(), reader);
        }
    }

    private List<Score> scoreLeaves(List<Passage> passages, List<Leaf> leaves, PrefixReader reader) {
        List<Item> items = new ArrayList<>();
        for (Leaf leaf : leaves) {
            Passage passage = passages.get(leaf.passage());
            Tokens whole = passage.prefix().followedBy(passage.continuation());
            items.add(new Item(
                    leaf.passage(),
                    leaf.parent(),
                    new Row(
                            whole.slice(leaf.start(), whole.length() - 1),
                            passage.continuation().length() - 1)));
        }
        List<List<Item>> batches = Packing.batches(items);
        List<List<Score>> scored = workers.map(batches.size(), i -> score(batches.get(i), passages, reader));
        Score[] results = new Score[passages.size()];
        for (int i = 0; i < batches.size(); i++) {
            for (int j = 0; j < batches.get(i).size(); j++) {
                results[batches.get(i).get(j).place()] = scored.get(i).get(j);
            }
        }
        return List.of(results);
    }

    private List<Score> score(List<Item> items, List<Passage> passages, PrefixReader reader) {
        List<Tokens> continuations = items.stream()
                .map(item -> passages.get(item.place()).continuation())
                .toList();
        Predictions predictions = new Predictions(items.stream().map(Item::row).toList(), continuations);
        try (Scope _ = Scope.ofInference()) {
            PackedBatch batch = new PackedBatch(reader.groups(items), false);
            Tensor rows = transformer.residual(batch, hooks, predictions.places());
            float[] logs = logProbabilities(rows, predictions.targets());
            List<Score> results = new ArrayList<>();
            int next = 0;
            for (Tokens continuation : continuations) {
                double[] own = new double[continuation.length()];
                for (int t = 0; t < own.length; t++) {
                    own[t] = logs[next++];
                }
                results.add(score(own));
            }
            return results;
        }
    }

    private static Score score(double[] logs) {
        for (int t = 0; t < logs.length; t++) {
            if (!(logs[t] < Double.POSITIVE_INFINITY)) {
                return new Unscorable(new Reason(
                        Reason.Kind.MODEL_FAILED, "the log-probability of token " + t + " came out as " + logs[t]));
            }
        }
        return new Scored(LogVector.of(logs));
    }

    /** Of each target, the row of the residual stream that predicts it at the same place. */
    private float[] logProbabilities(Tensor rows, Tensor targets) {
        float[] logs = new float[Math.toIntExact(targets.size(0))];
        int most = Math.max(1, MOST_LOGITS / transformer.architecture().vocabulary());
        for (int from = 0; from < logs.length; from += most) {
            int to = Math.min(from + most, logs.length);
            try (Scope _ = Scope.ofInference()) {
                Tensor all = torch.log_softmax(transformer.logits(rows.narrow(0, from, to - from)), 1);
                Tensor own = all.gather(1, targets.narrow(0, from, to - from).unsqueeze(1));
                System.arraycopy(Tensors.floats(own), 0, logs, from, to - from);
            }
        }
        return logs;
    }
}
