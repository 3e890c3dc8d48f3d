package org.dramatis.torch.train;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorArrayRefOptional;
import org.bytedeco.pytorch.global.torch;
import org.dramatis.torch.network.Hooks;
import org.dramatis.torch.network.PackedBatch;
import org.dramatis.torch.network.PackedBatch.Group;
import org.dramatis.torch.network.PackedBatch.Row;
import org.dramatis.torch.network.Predictions;
import org.dramatis.torch.network.Scope;
import org.dramatis.torch.network.Tensors;
import org.dramatis.torch.network.Transformer;

/**
 * Texts read at once, for the log-probabilities of their replies and for gradients. Logits, the largest tensors by far, are made
 * for reply tokens only and for some of them at a time: the gradient at the residual stream is added up first, and goes back
 * through the layers once.
 */
final class Reading {
    private static final int MOST_LOGITS = 1 << 23;

    private final Transformer transformer;
    private final int mostRows;

    Reading(Transformer transformer) {
        this(transformer, MOST_LOGITS);
    }

    /** @param mostLogits so many numbers at a time, one row of them at least */
    Reading(Transformer transformer, int mostLogits) {
        this.transformer = transformer;
        this.mostRows = Math.max(1, mostLogits / transformer.architecture().vocabulary());
    }

    /** The log-probabilities of all reply tokens, text after text. */
    double[] logs(List<Text> texts) {
        List<Row> rows = rows(texts);
        Predictions predictions = predictions(rows, texts);
        try (Scope _ = Scope.ofInference()) {
            return logs(replyRows(rows, predictions), predictions.targets());
        }
    }

    /** Adds the gradient of what the examples add to the loss to the gradients of the parameters. */
    Sums learn(List<Example> examples) {
        List<Text> texts =
                examples.stream().flatMap(example -> example.texts().stream()).toList();
        List<Row> rows = rows(texts);
        Predictions predictions = predictions(rows, texts);
        try (Scope _ = Scope.ofGradients()) {
            Tensor replyRows = replyRows(rows, predictions);
            Tensor targets = predictions.targets();
            Tensor stream = replyRows.detach().requires_grad_(true);
            boolean curved = examples.stream().anyMatch(Example::isCurved);
            float[] slopes = slopes(examples, curved ? logs(stream, targets) : new double[predictions.count()]);
            double[] logs = new double[predictions.count()];
            for (int from = 0; from < logs.length; from += mostRows) {
                int to = Math.min(from + mostRows, logs.length);
                learn(stream, from, to, targets, slopes, logs);
            }
            backward(replyRows, stream.grad());
            return sums(examples, logs);
        }
    }

    private static List<Row> rows(List<Text> texts) {
        return texts.stream()
                .map(text -> new Row(text.read(), text.reply().length() - 1))
                .toList();
    }

    private static Predictions predictions(List<Row> rows, List<Text> texts) {
        return new Predictions(rows, texts.stream().map(Text::reply).toList());
    }

    private Tensor replyRows(List<Row> rows, Predictions predictions) {
        PackedBatch batch = new PackedBatch(List.of(new Group(Optional.empty(), rows)), false);
        int read = rows.stream().mapToInt(row -> row.tokens().length()).sum();
        return predictions.count() == read
                ? transformer.residual(batch, Hooks.NONE)
                : transformer.residual(batch, Hooks.NONE, predictions.places());
    }

    private double[] logs(Tensor rows, Tensor targets) {
        double[] logs = new double[Math.toIntExact(targets.size(0))];
        for (int from = 0; from < logs.length; from += mostRows) {
            int to = Math.min(from + mostRows, logs.length);
            try (Scope _ = Scope.ofInference()) {
                Tensor all = torch.log_softmax(transformer.logits(part(rows, from, to)), 1);
                copy(all.gather(1, column(targets, from, to)), from, logs);
            }
        }
        return logs;
    }

    /** {@code d log p_target / d logit_j = 1[j = target] - p_j}. */
    private void learn(Tensor stream, int from, int to, Tensor targets, float[] slopes, double[] logs) {
        try (Scope _ = Scope.ofGradients()) {
            Tensor logits = transformer.logits(part(stream, from, to));
            Tensor gradient;
            try (Scope scope = Scope.ofInference()) {
                Tensor all = torch.log_softmax(logits, 1);
                Tensor column = column(targets, from, to);
                copy(all.gather(1, column), from, logs);
                Tensor slope = Tensors.of(Arrays.copyOfRange(slopes, from, to)).unsqueeze(1);
                gradient = scope.keep(all.exp_().mul_(slope.neg()).scatter_add_(1, column, slope));
            }
            backward(logits, gradient);
            gradient.close();
        }
    }

    private static Tensor part(Tensor rows, int from, int to) {
        return to - from == rows.size(0) ? rows : rows.narrow(0, from, to - from);
    }

    private static Tensor column(Tensor targets, int from, int to) {
        return targets.narrow(0, from, to - from).unsqueeze(1);
    }

    private static void copy(Tensor own, int from, double[] logs) {
        float[] floats = Tensors.floats(own);
        for (int i = 0; i < floats.length; i++) {
            logs[from + i] = floats[i];
        }
    }

    private static void backward(Tensor tensor, Tensor gradient) {
        tensor.backward(gradient, new BoolOptional(false), false, new TensorArrayRefOptional());
    }

    private static float[] slopes(List<Example> examples, double[] logs) {
        float[] slopes = new float[logs.length];
        int from = 0;
        for (Example example : examples) {
            for (double slope : example.slopes(Arrays.copyOfRange(logs, from, from + example.replyTokens()))) {
                slopes[from++] = (float) slope;
            }
        }
        return slopes;
    }

    private static Sums sums(List<Example> examples, double[] logs) {
        double loss = 0;
        double note = 0;
        int from = 0;
        for (Example example : examples) {
            double[] own = Arrays.copyOfRange(logs, from, from + example.replyTokens());
            loss += example.loss(own);
            note += example.note(own);
            from += own.length;
        }
        return new Sums(loss, note);
    }

    /** What examples add to the loss and to what is reported beside it. */
    record Sums(double loss, double note) {
        static final Sums NONE = new Sums(0, 0);

        Sums plus(Sums other) {
            return new Sums(loss + other.loss, note + other.note);
        }
    }
}
