package org.dramatis.torch.prefix;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dramatis.torch.network.PackedBatch.Row;

/** Which rows go through the network together: those of one parent side by side, of like length, up to a number of tokens. */
public final class Packing {
    /** Enough rows for long matrices, few enough that they stay in the cache of a core. */
    private static final int USUAL_TOKENS = 2048;

    private Packing() {}

    /** A row that goes on from the stretch at {@code parent}; {@code place} says to whom its results belong. */
    public record Item(int place, Optional<Integer> parent, Row row) {
        public int length() {
            return row.tokens().length();
        }
    }

    public static List<List<Item>> batches(List<Item> items) {
        return batches(items, USUAL_TOKENS);
    }

    /**
     * The batches, each a list of items in which those of one parent lie together.
     *
     * @param most tokens of a batch; a longer row is a batch by itself
     */
    public static List<List<Item>> batches(List<Item> items, int most) {
        Map<Optional<Integer>, List<Item>> families = new LinkedHashMap<>();
        items.forEach(item -> families.computeIfAbsent(item.parent(), parent -> new ArrayList<>())
                .add(item));
        List<List<Item>> batches = new ArrayList<>();
        List<Item> open = new ArrayList<>();
        int tokens = 0;
        for (List<Item> family : families.values()) {
            family.sort(Comparator.comparingInt(Item::length));
            for (Item item : family) {
                if (tokens + item.length() > most && !open.isEmpty()) {
                    batches.add(open);
                    open = new ArrayList<>();
                    tokens = 0;
                }
                open.add(item);
                tokens += item.length();
            }
        }
        if (!open.isEmpty()) {
            batches.add(open);
        }
        return batches;
    }
}
