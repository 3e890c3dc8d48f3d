package org.dramatis.torch.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.dramatis.checkpoint.architecture.Architecture;
import org.dramatis.checkpoint.architecture.Attention;
import org.dramatis.checkpoint.architecture.Layer;

/**
 * Texts that grow together, one token each per step. Keys and values of all of them lie in one buffer per layer in which the
 * newest tokens share a column: shorter texts begin further to the right, and nobody sees what lies before a beginning. Lives
 * outside scopes until it is closed.
 */
public final class StepBatch implements Batch, AutoCloseable {
    private final int context;
    private List<Tensor> keys = new ArrayList<>();
    private List<Tensor> values = new ArrayList<>();
    private Tensor mask;
    private int[] starts;
    private int capacity;
    private int column;
    private Tensor ids = Tensors.of(new long[0]);
    private Tensor positions = ids;
    private Tensor reply = ids;

    /**
     * Texts that go on from these pasts, which are copied; from nothing where there is none.
     *
     * @param steps at most; the room for them costs nothing until it is used
     */
    public StepBatch(Architecture architecture, List<Optional<KeyValues>> pasts, int steps) {
        this.context = architecture.context();
        int[] lengths = pasts.stream()
                .mapToInt(past -> past.map(KeyValues::tokens).orElse(0))
                .toArray();
        int longest = Arrays.stream(lengths).max().orElseThrow();
        this.starts = Arrays.stream(lengths).map(length -> longest - length).toArray();
        this.capacity = longest + steps;
        this.column = longest - 1;
        Attention attention = architecture.attention();
        long[] shape = {starts.length, attention.keyValueHeads(), capacity, attention.headWidth()};
        try (Scope scope = Scope.ofInference()) {
            for (int layer = 0; layer < architecture.layers().size(); layer++) {
                Tensor ownKeys = scope.keep(torch.empty(shape));
                Tensor ownValues = scope.keep(torch.empty(shape));
                keys.add(ownKeys);
                values.add(ownValues);
                for (int row = 0; row < starts.length; row++) {
                    clear(ownKeys, row);
                    clear(ownValues, row);
                    if (pasts.get(row).isPresent()) {
                        pasts.get(row)
                                .get()
                                .copyTo(layer, past(ownKeys, row, lengths[row]), past(ownValues, row, lengths[row]));
                    }
                }
            }
            this.mask = scope.keep(mask());
        }
    }

    private Tensor past(Tensor buffer, int row, int length) {
        return buffer.select(0, row).narrow(1, starts[row], length);
    }

    /** What nobody sees still is multiplied with 0. */
    private void clear(Tensor buffer, int row) {
        buffer.select(0, row).narrow(1, 0, starts[row]).zero_();
    }

    private Tensor mask() {
        float[] cells = new float[Math.multiplyExact(starts.length, capacity)];
        for (int row = 0; row < starts.length; row++) {
            Arrays.fill(cells, row * capacity, row * capacity + starts[row], Float.NEGATIVE_INFINITY);
        }
        return Tensors.of(cells).view(starts.length, 1, 1, capacity);
    }

    /**
     * Begins a step: each text goes on with one token, in the current scope.
     *
     * @param replies whether the tokens belong to replies
     */
    public void next(long[] tokens, boolean replies) {
        column++;
        long[] places = new long[starts.length];
        for (int row = 0; row < places.length; row++) {
            places[row] = Math.min(column - starts[row], context - 1); // a text that has ended may go on unheard
        }
        this.ids = Tensors.of(tokens);
        this.positions = Tensors.of(places);
        this.reply = torch.full(new long[] {starts.length, 1}, new Scalar(replies ? 1.0 : 0.0));
    }

    /** Goes on with these rows only, in this order. */
    public void retain(int[] rows) {
        starts = Arrays.stream(rows).map(row -> starts[row]).toArray();
        int first = Arrays.stream(starts).min().orElseThrow();
        starts = Arrays.stream(starts).map(start -> start - first).toArray();
        column -= first;
        capacity -= first;
        replace(old -> {
            Tensor fewer = torch.empty(rows.length, old.size(1), capacity, old.size(3));
            for (int row = 0; row < rows.length; row++) {
                fewer.select(0, row)
                        .narrow(1, 0, column + 1)
                        .copy_(old.select(0, rows[row]).narrow(1, first, column + 1));
            }
            return fewer;
        });
    }

    private void replace(UnaryOperator<Tensor> change) {
        try (Scope scope = Scope.ofInference()) {
            keys = replaced(keys, change, scope);
            values = replaced(values, change, scope);
            mask.close();
            mask = scope.keep(mask());
        }
    }

    private static List<Tensor> replaced(List<Tensor> buffers, UnaryOperator<Tensor> change, Scope scope) {
        List<Tensor> others = new ArrayList<>();
        for (Tensor buffer : buffers) {
            others.add(scope.keep(change.apply(buffer)));
            buffer.close();
        }
        return others;
    }

    @Override
    public Tensor ids() {
        return ids;
    }

    @Override
    public Tensor positions() {
        return positions;
    }

    @Override
    public Tensor reply() {
        return reply;
    }

    @Override
    public Tensor attend(Attention attention, Layer layer, int index, Tensor queries, Tensor keys, Tensor values) {
        Tensor allKeys = this.keys.get(index);
        Tensor allValues = this.values.get(index);
        allKeys.narrow(2, column, 1).copy_(keys.unsqueeze(2));
        allValues.narrow(2, column, 1).copy_(values.unsqueeze(2));
        long first = firstSeen(layer.window());
        long seen = column + 1 - first;
        return ScaledProducts.attend(
                        attention,
                        queries.unsqueeze(2),
                        allKeys.narrow(2, first, seen),
                        allValues.narrow(2, first, seen),
                        Optional.of(mask.narrow(3, first, seen)))
                .reshape(queries.size(0), -1);
    }

    /** Since the newest tokens share a column, a window is the same columns for every text. */
    private long firstSeen(OptionalInt window) {
        return window.isPresent() ? Math.max(0, column + 1 - window.getAsInt()) : 0;
    }

    @Override
    public void close() {
        keys.forEach(Tensor::close);
        values.forEach(Tensor::close);
        mask.close();
    }
}
