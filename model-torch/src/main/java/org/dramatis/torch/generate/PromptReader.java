package org.dramatis.torch.generate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.dramatis.model.score.Passage;
import org.dramatis.model.text.Tokens;
import org.dramatis.torch.Tasks;
import org.dramatis.torch.network.Hooks;
import org.dramatis.torch.network.KeyValues;
import org.dramatis.torch.network.PackedBatch.Row;
import org.dramatis.torch.network.Transformer;
import org.dramatis.torch.prefix.Packing.Item;
import org.dramatis.torch.prefix.PrefixReader;
import org.dramatis.torch.prefix.PrefixTree;
import org.dramatis.torch.prefix.PrefixTree.Leaf;

/**
 * Some prompts, read up to the last token of each: that one begins the reply. Equal prompts are read once, and so are long
 * beginnings that several share. What was read lives until this is closed.
 */
final class PromptReader implements AutoCloseable {
    private final PrefixReader reader;
    private final Map<Tokens, Optional<KeyValues>> ends = new HashMap<>();

    PromptReader(Transformer transformer, Hooks hooks) {
        this.reader = new PrefixReader(transformer, hooks, Tasks.HERE);
    }

    void read(List<Tokens> prompts) {
        List<Passage> passages = prompts.stream()
                .distinct()
                .map(prompt -> new Passage(prompt, Tokens.NONE))
                .toList();
        PrefixTree tree = new PrefixTree(passages);
        reader.read(tree);
        List<Item> items = new ArrayList<>();
        for (Leaf leaf : tree.leaves()) {
            Tokens prompt = passages.get(leaf.passage()).prefix();
            Tokens rest = prompt.slice(leaf.start(), prompt.length() - 1);
            if (rest.isEmpty()) {
                ends.put(prompt, reader.stretch(leaf.parent()));
            } else {
                items.add(new Item(leaf.passage(), leaf.parent(), new Row(rest, 0)));
            }
        }
        reader.readAll(items)
                .forEach((place, read) -> ends.put(passages.get(place).prefix(), Optional.of(read)));
    }

    /** What a prompt leaves behind, but for its last token; nothing where it has but one. */
    Optional<KeyValues> before(Tokens prompt) {
        return Objects.requireNonNull(ends.get(prompt));
    }

    @Override
    public void close() {
        reader.close();
    }
}
