package org.dramatis.torch.prefix;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dramatis.torch.Tasks;
import org.dramatis.torch.network.Hooks;
import org.dramatis.torch.network.KeyValues;
import org.dramatis.torch.network.PackedBatch;
import org.dramatis.torch.network.PackedBatch.Group;
import org.dramatis.torch.network.PackedBatch.Row;
import org.dramatis.torch.network.Scope;
import org.dramatis.torch.network.Transformer;
import org.dramatis.torch.prefix.Packing.Item;

/** Reads what texts share, so that they can go on from it. What was read lives until this is closed. */
public final class PrefixReader implements AutoCloseable {
    private final Transformer transformer;
    private final Hooks hooks;
    private final Tasks tasks;
    private final Map<Integer, KeyValues> stretches = new HashMap<>();
    private final List<KeyValues> made = new ArrayList<>();

    public PrefixReader(Transformer transformer, Hooks hooks, Tasks tasks) {
        this.transformer = transformer;
        this.hooks = hooks;
        this.tasks = tasks;
    }

    /** All stretches of a tree, parents before their children. */
    public void read(PrefixTree tree) {
        int depth = 0;
        for (List<Item> level = level(tree, 0); !level.isEmpty(); level = level(tree, ++depth)) {
            stretches.putAll(readAll(level));
        }
    }

    private static List<Item> level(PrefixTree tree, int depth) {
        return tree.stretches().stream()
                .filter(stretch -> stretch.depth() == depth)
                .map(stretch -> new Item(stretch.place(), stretch.parent(), new Row(stretch.tokens(), 0)))
                .toList();
    }

    /** What rows that go on from stretches leave behind, by their places. */
    public Map<Integer, KeyValues> readAll(List<Item> items) {
        List<List<Item>> batches = Packing.batches(items);
        List<List<KeyValues>> taken = tasks.map(batches.size(), i -> take(batches.get(i)));
        taken.forEach(made::addAll);
        Map<Integer, KeyValues> read = new HashMap<>();
        for (int i = 0; i < batches.size(); i++) {
            for (int j = 0; j < batches.get(i).size(); j++) {
                read.put(batches.get(i).get(j).place(), taken.get(i).get(j));
            }
        }
        return read;
    }

    private List<KeyValues> take(List<Item> items) {
        try (Scope scope = Scope.ofInference()) {
            PackedBatch batch = new PackedBatch(groups(items), true);
            transformer.residual(batch, hooks);
            return batch.take(scope);
        }
    }

    /** What was read of the stretch at this place. */
    public Optional<KeyValues> stretch(Optional<Integer> place) {
        return place.map(stretches::get);
    }

    /** Rows side by side that go on from the same stretch. */
    public List<Group> groups(List<Item> items) {
        Map<Optional<Integer>, List<Row>> families = new LinkedHashMap<>();
        items.forEach(item -> families.computeIfAbsent(item.parent(), parent -> new ArrayList<>())
                .add(item.row()));
        List<Group> groups = new ArrayList<>();
        families.forEach((parent, rows) -> groups.add(new Group(stretch(parent), rows)));
        return groups;
    }

    @Override
    public void close() {
        made.forEach(KeyValues::close);
    }
}
