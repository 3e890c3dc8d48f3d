package org.dramatis.torch.generate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.dramatis.model.score.Passage;
import org.dramatis.model.text.Tokens;
import org.dramatis.torch.network.Hooks;
import org.dramatis.torch.network.KeyValues;
import org.dramatis.torch.network.PackedBatch;
import org.dramatis.torch.network.PackedBatch.Group;
import org.dramatis.torch.network.PackedBatch.Row;
import org.dramatis.torch.network.Scope;
import org.dramatis.torch.network.Transformer;
import org.dramatis.torch.score.Packing;
import org.dramatis.torch.score.Packing.Item;
import org.dramatis.torch.score.PrefixTree;
import org.dramatis.torch.score.PrefixTree.Leaf;
import org.dramatis.torch.score.PrefixTree.Stretch;

/**
 * Some prompts, read up to the last token of each: that one begins the reply. Equal prompts are read once, and so are long
 * beginnings that several share. What was read lives until this is closed.
 */
final class PromptReader implements AutoCloseable {
    private static final int BATCH_TOKENS = 2048;

    private final Transformer transformer;
    private final Hooks hooks;
    private final List<KeyValues> made = new ArrayList<>();
    private final Map<Integer, KeyValues> stretches = new HashMap<>();
    private final Map<Tokens, Optional<KeyValues>> ends = new HashMap<>();

    PromptReader(Transformer transformer, Hooks hooks) {
        this.transformer = transformer;
        this.hooks = hooks;
    }

    void read(List<Tokens> prompts) {
        List<Passage> passages = prompts.stream()
                .distinct()
                .map(prompt -> new Passage(prompt, Tokens.NONE))
                .toList();
        PrefixTree tree = new PrefixTree(passages);
        for (int depth = 0; depth <= deepest(tree); depth++) {
            readStretches(tree, depth);
        }
        readEnds(tree.leaves(), passages);
    }

    /** What a prompt leaves behind, but for its last token; nothing where it has but one. */
    Optional<KeyValues> before(Tokens prompt) {
        return Objects.requireNonNull(ends.get(prompt));
    }

    private static int deepest(PrefixTree tree) {
        return tree.stretches().stream().mapToInt(Stretch::depth).max().orElse(-1);
    }

    private void readStretches(PrefixTree tree, int depth) {
        List<Item> items = tree.stretches().stream()
                .filter(stretch -> stretch.depth() == depth)
                .map(stretch -> new Item(stretch.place(), stretch.parent(), new Row(stretch.tokens(), 0)))
                .toList();
        stretches.putAll(leftBehind(items));
    }

    private void readEnds(List<Leaf> leaves, List<Passage> passages) {
        List<Item> items = new ArrayList<>();
        for (Leaf leaf : leaves) {
            Tokens prompt = passages.get(leaf.passage()).prefix();
            Tokens rest = prompt.slice(leaf.start(), prompt.length() - 1);
            if (rest.isEmpty()) {
                ends.put(prompt, leaf.parent().map(stretches::get));
            } else {
                items.add(new Item(leaf.passage(), leaf.parent(), new Row(rest, 0)));
            }
        }
        leftBehind(items).forEach((place, read) -> ends.put(passages.get(place).prefix(), Optional.of(read)));
    }

    /** What items leave behind, by their places. */
    private Map<Integer, KeyValues> leftBehind(List<Item> items) {
        Map<Integer, KeyValues> read = new HashMap<>();
        for (List<Item> together : Packing.batches(items, BATCH_TOKENS)) {
            try (Scope scope = Scope.ofInference()) {
                PackedBatch batch = new PackedBatch(groups(together), true);
                transformer.residual(batch, hooks);
                List<KeyValues> taken = batch.take(scope);
                made.addAll(taken);
                for (int i = 0; i < taken.size(); i++) {
                    read.put(together.get(i).place(), taken.get(i));
                }
            }
        }
        return read;
    }

    private List<Group> groups(List<Item> items) {
        Map<Optional<Integer>, List<Row>> families = new LinkedHashMap<>();
        items.forEach(item -> families.computeIfAbsent(item.parent(), parent -> new ArrayList<>())
                .add(item.row()));
        List<Group> groups = new ArrayList<>();
        families.forEach((parent, rows) -> groups.add(new Group(parent.map(stretches::get), rows)));
        return groups;
    }

    @Override
    public void close() {
        made.forEach(KeyValues::close);
    }
}
