package org.dramatis.torch.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.dramatis.checkpoint.architecture.Attention;
import org.dramatis.checkpoint.architecture.Layer;
import org.dramatis.model.text.Tokens;

/**
 * Texts of any length, packed one after the other. Only attention knows where one ends: there, rows that go on from the same
 * past are one group, padded to its longest. Everything else calculates with real tokens only.
 */
public final class PackedBatch implements Batch {
    /**
     * A text, or what is left of it after its past.
     *
     * @param reply so many of its last tokens belong to a reply
     */
    public record Row(Tokens tokens, int reply) {
        int length() {
            return tokens.length();
        }
    }

    /** Texts that go on from the same past, or from nothing. */
    public record Group(Optional<KeyValues> past, List<Row> rows) {
        public Group {
            rows = List.copyOf(rows);
        }

        int pastTokens() {
            return past.map(KeyValues::tokens).orElse(0);
        }
    }

    private final List<PackedGroup> groups = new ArrayList<>();
    private final Tensor ids;
    private final Tensor positions;
    private final Tensor reply;

    /**
     * Packs the groups in order. Made and used within one scope.
     *
     * @param keep whether the keys and values of every row will be taken
     */
    public PackedBatch(List<Group> groups, boolean keep) {
        int tokens = groups.stream()
                .flatMap(group -> group.rows().stream())
                .mapToInt(Row::length)
                .sum();
        long[] flat = new long[tokens];
        long[] places = new long[tokens];
        float[] replies = new float[tokens];
        int next = 0;
        for (Group group : groups) {
            this.groups.add(new PackedGroup(group, keep));
            for (Row row : group.rows()) {
                for (int t = 0; t < row.length(); t++, next++) {
                    flat[next] = row.tokens().at(t);
                    replies[next] = t < row.length() - row.reply() ? 0 : 1;
                    places[next] = (long) group.pastTokens() + t;
                }
            }
        }
        this.ids = Tensors.of(flat);
        this.positions = Tensors.of(places);
        this.reply = Tensors.of(replies).unsqueeze(1);
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
        if (groups.size() == 1) {
            return groups.getFirst().attend(attention, layer, index, queries, keys, values);
        }
        long[] tokens = groups.stream().mapToLong(PackedGroup::tokens).toArray();
        List<Tensor> ownQueries = Tensors.parts(queries, 0, tokens);
        List<Tensor> ownKeys = Tensors.parts(keys, 0, tokens);
        List<Tensor> ownValues = Tensors.parts(values, 0, tokens);
        TensorVector attended = new TensorVector();
        for (int i = 0; i < tokens.length; i++) {
            attended.push_back(
                    groups.get(i).attend(attention, layer, index, ownQueries.get(i), ownKeys.get(i), ownValues.get(i)));
        }
        return torch.cat(attended, 0);
    }

    /** The keys and values of every row with its past, in order, to outlive the scope. Once, after the forward pass. */
    public List<KeyValues> take(Scope scope) {
        return groups.stream().flatMap(group -> group.take(scope).stream()).toList();
    }
}
