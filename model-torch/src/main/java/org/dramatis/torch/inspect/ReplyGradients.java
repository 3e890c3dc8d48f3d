package org.dramatis.torch.inspect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.dramatis.checkpoint.architecture.Architecture;
import org.dramatis.model.inspect.Change.Where;
import org.dramatis.model.inspect.Direction;
import org.dramatis.model.inspect.Site;
import org.dramatis.model.score.Passage;
import org.dramatis.torch.Workers;
import org.dramatis.torch.network.Hooks;
import org.dramatis.torch.network.PackedBatch;
import org.dramatis.torch.network.PackedBatch.Group;
import org.dramatis.torch.network.PackedBatch.Row;
import org.dramatis.torch.network.Predictions;
import org.dramatis.torch.network.Scope;
import org.dramatis.torch.network.Tensors;
import org.dramatis.torch.network.Transformer;
import org.dramatis.torch.network.Vocabulary;
import org.dramatis.torch.prefix.Packing;
import org.dramatis.torch.prefix.Packing.Item;

/**
 * {@code sum_t d log p(y | prefix) / d h_t} at sites, by one forward and one backward pass over packed passages. Texts do not see
 * each other, so the rows of one gradient are those of all passages.
 */
public final class ReplyGradients {
    private static final int MOST_TOKENS = 2048;
    private static final long MOST_BYTES = 1L << 30;

    private final Transformer transformer;
    private final Workers workers;
    private final Hooks changes;

    public ReplyGradients(Transformer transformer, Workers workers, Hooks changes) {
        this.transformer = transformer;
        this.workers = workers;
        this.changes = changes;
    }

    /**
     * For each passage, in order, a direction per site: what {@code log p} gains to first order, by the unit, from a
     * {@link org.dramatis.model.inspect.Change.Add} there.
     *
     * @param where such an addition would be made, hence over which positions the sum goes
     * @throws IllegalArgumentException when a site or token does not exist, a passage exceeds the context or a continuation is
     *     empty
     */
    public List<Map<Site, Direction>> of(List<Passage> passages, Set<Site> sites, Where where) {
        sites.forEach(site -> Sites.require(site, architecture()));
        passages.forEach(this::check);
        List<Site> order = List.copyOf(sites);
        List<List<Item>> batches = Packing.batches(items(passages), mostTokens());
        List<List<Map<Site, Direction>>> found =
                workers.map(batches.size(), i -> of(batches.get(i), passages, order, where));
        List<Map<Site, Direction>> results = new ArrayList<>(Collections.nCopies(passages.size(), Map.of()));
        for (int i = 0; i < batches.size(); i++) {
            for (int j = 0; j < batches.get(i).size(); j++) {
                results.set(batches.get(i).get(j).place(), found.get(i).get(j));
            }
        }
        return results;
    }

    private static List<Item> items(List<Passage> passages) {
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < passages.size(); i++) {
            Passage passage = passages.get(i);
            items.add(new Item(
                    i,
                    Optional.empty(),
                    new Row(
                            passage.prefix().followedBy(passage.continuation()).slice(0, passage.length() - 1),
                            passage.continuation().length() - 1)));
        }
        return items;
    }

    private List<Map<Site, Direction>> of(List<Item> items, List<Passage> passages, List<Site> sites, Where where) {
        if (sites.isEmpty()) {
            return items.stream().map(_ -> Map.<Site, Direction>of()).toList();
        }
        List<Row> rows = items.stream().map(Item::row).toList();
        Predictions predictions = new Predictions(
                rows,
                items.stream()
                        .map(item -> passages.get(item.place()).continuation())
                        .toList());
        try (Scope _ = Scope.ofGradients()) {
            PackedBatch batch = new PackedBatch(List.of(new Group(Optional.empty(), rows)), false);
            SiteTrace trace = new SiteTrace(changes, Set.copyOf(sites));
            Tensor residual = transformer.residual(batch, trace);
            Tensor push = ReplyPush.on(residual.detach(), predictions, transformer);
            TensorVector gradients = torch.grad(
                    new TensorVector(residual),
                    new TensorVector(trace.seen(sites).toArray(Tensor[]::new)),
                    new TensorVector(push),
                    new BoolOptional(false),
                    false,
                    false);
            return sums(items, batch, sites, gradients, where);
        }
    }

    private static List<Map<Site, Direction>> sums(
            List<Item> items, PackedBatch batch, List<Site> sites, TensorVector gradients, Where where) {
        Tensor owners = Tensors.of(owners(items));
        List<Map<Site, Direction>> sums = new ArrayList<>();
        items.forEach(_ -> sums.add(new LinkedHashMap<>()));
        for (int s = 0; s < sites.size(); s++) {
            Tensor gradient = gradients.get(s);
            Tensor counted = where == Where.REPLY ? gradient.mul(batch.reply()) : gradient;
            Tensor sum = torch.zeros(items.size(), gradient.size(1)).index_add_(0, owners, counted);
            List<Direction> directions = Directions.rows(sum);
            for (int row = 0; row < items.size(); row++) {
                sums.get(row).put(sites.get(s), directions.get(row));
            }
        }
        return sums;
    }

    /** For each token, whose it is. */
    private static long[] owners(List<Item> items) {
        long[] owners = new long[items.stream().mapToInt(Item::length).sum()];
        int from = 0;
        for (int row = 0; row < items.size(); row++) {
            int to = from + items.get(row).length();
            Arrays.fill(owners, from, to, row);
            from = to;
        }
        return owners;
    }

    private Architecture architecture() {
        return transformer.architecture();
    }

    /** A backward pass needs what the forward pass calculated: some 16 numbers for each of the width, 4 for the inner width. */
    private int mostTokens() {
        long perToken = (long) Float.BYTES
                * architecture().layers().size()
                * (16L * architecture().width()
                        + 4L * architecture().feedForward().innerWidth());
        return Math.clamp(MOST_BYTES / perToken, 1, MOST_TOKENS);
    }

    private void check(Passage passage) {
        if (passage.continuation().isEmpty()) {
            throw new IllegalArgumentException(
                    "the continuation has no tokens: its log-probability is 0 whatever changes");
        }
        if (passage.length() > architecture().context() + 1) { // the last token is predicted, never read
            throw new IllegalArgumentException("a prefix of " + passage.prefix().length()
                    + " tokens and a continuation of " + passage.continuation().length() + ": the model reads "
                    + architecture().context() + " at once");
        }
        Vocabulary.require(passage.prefix(), architecture());
        Vocabulary.require(passage.continuation(), architecture());
    }
}
