package org.dramatis.torch.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.dramatis.checkpoint.architecture.Attention;
import org.dramatis.checkpoint.architecture.Layer;
import org.dramatis.torch.network.PackedBatch.Row;

/** The attention of one group of a packed batch. */
final class PackedGroup {
    private final Optional<KeyValues> past;
    private final int pastTokens;
    private final int[] lengths;
    private final int longest;
    private final int tokens;
    private final Optional<Padding> padding;
    private final Map<OptionalInt, Tensor> masks = new HashMap<>();
    private final boolean keep;
    private final List<List<Tensor>> keptKeys = new ArrayList<>();
    private final List<List<Tensor>> keptValues = new ArrayList<>();

    PackedGroup(PackedBatch.Group group, boolean keep) {
        this.past = group.past();
        this.pastTokens = group.pastTokens();
        this.lengths = group.rows().stream().mapToInt(Row::length).toArray();
        this.longest = group.rows().stream().mapToInt(Row::length).max().orElseThrow();
        this.tokens = group.rows().stream().mapToInt(Row::length).sum();
        this.padding =
                tokens == longest * lengths.length ? Optional.empty() : Optional.of(Padding.of(lengths, longest));
        this.keep = keep;
    }

    int tokens() {
        return tokens;
    }

    /** Of the group's own queries, keys and values, tokens x heads x width. */
    Tensor attend(Attention attention, Layer layer, int index, Tensor queries, Tensor keys, Tensor values) {
        if (keep) {
            keptKeys.add(rows(keys));
            keptValues.add(rows(values));
        }
        Tensor attended = ScaledProducts.attend(
                attention,
                padded(queries),
                afterPast(padded(keys), KeyValues::keysThen, index),
                afterPast(padded(values), KeyValues::valuesThen, index),
                mask(attention, layer.window()));
        Tensor flat =
                attended.transpose(1, 2).reshape((long) lengths.length * longest, attended.size(1) * attended.size(3));
        return padding.map(there -> flat.index_select(0, there.back())).orElse(flat);
    }

    /** From tokens x heads x width to rows x heads x longest x width. What fills up is seen by nobody: it comes last. */
    private Tensor padded(Tensor flat) {
        return padding.map(there -> flat.index_select(0, there.out()))
                .orElse(flat)
                .view(lengths.length, longest, flat.size(1), flat.size(2))
                .transpose(1, 2);
    }

    private Tensor afterPast(Tensor own, Then then, int layer) {
        return past.map(before -> then.apply(before, layer, own)).orElse(own);
    }

    private interface Then {
        Tensor apply(KeyValues before, int layer, Tensor own);
    }

    /** Each row's own, heads x tokens x width, in memory of their own: a view would keep the whole batch alive. */
    private List<Tensor> rows(Tensor flat) {
        List<Tensor> rows = new ArrayList<>();
        int from = 0;
        for (int length : lengths) {
            rows.add(torch.cat(new TensorVector(flat.narrow(0, from, length).transpose(0, 1)), 1));
            from += length;
        }
        return rows;
    }

    /** Empty where plain causal attention says the same. */
    private Optional<Tensor> mask(Attention attention, OptionalInt window) {
        int seen = pastTokens + longest;
        OptionalInt narrow = window.isPresent() && window.getAsInt() < seen ? window : OptionalInt.empty();
        return pastTokens == 0 && narrow.isEmpty() && attention.softCap().isEmpty()
                ? Optional.empty()
                : Optional.of(masks.computeIfAbsent(narrow, limit -> Masks.causal(pastTokens, longest, limit)));
    }

    List<KeyValues> take(Scope scope) {
        List<KeyValues> taken = new ArrayList<>();
        for (int row = 0; row < lengths.length; row++) {
            int place = row;
            taken.add(new KeyValues(
                    past,
                    keptKeys.stream().map(layer -> scope.keep(layer.get(place))).toList(),
                    keptValues.stream()
                            .map(layer -> scope.keep(layer.get(place)))
                            .toList()));
        }
        return taken;
    }

    /**
     * Between tokens one after the other and rows of equal length.
     *
     * @param out for each place in the rows, which token comes there
     * @param back for each token, its place in the rows
     */
    private record Padding(Tensor out, Tensor back) {
        static Padding of(int[] lengths, int longest) {
            long[] out = new long[lengths.length * longest];
            List<Long> back = new ArrayList<>();
            int token = 0;
            for (int row = 0; row < lengths.length; row++) {
                for (int t = 0; t < longest; t++) {
                    int place = row * longest + t;
                    out[place] = t < lengths[row] ? token + t : token;
                    if (t < lengths[row]) {
                        back.add((long) place);
                    }
                }
                token += lengths[row];
            }
            return new Padding(
                    Tensors.of(out),
                    Tensors.of(back.stream().mapToLong(Long::longValue).toArray()));
        }
    }
}
