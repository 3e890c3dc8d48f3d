package org.dramatis.torch.inspect;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bytedeco.pytorch.Tensor;
import org.dramatis.checkpoint.architecture.Architecture;
import org.dramatis.model.inspect.Direction;
import org.dramatis.model.inspect.Site;
import org.dramatis.model.score.Passage;
import org.dramatis.model.text.Tokens;
import org.dramatis.torch.network.Hooks;
import org.dramatis.torch.network.PackedBatch;
import org.dramatis.torch.network.PackedBatch.Group;
import org.dramatis.torch.network.PackedBatch.Row;
import org.dramatis.torch.network.Scope;
import org.dramatis.torch.network.Tensors;
import org.dramatis.torch.network.Transformer;
import org.dramatis.torch.network.Vocabulary;

/** Reads activations. Each is what goes on from its site, after the changes made there. */
public final class ActivationReader {
    private final Transformer transformer;
    private final Hooks changes;

    public ActivationReader(Transformer transformer, Hooks changes) {
        this.transformer = transformer;
        this.changes = changes;
    }

    /**
     * The activations at each site, for each of {@code positions}.
     *
     * @throws IllegalArgumentException when a site, a position or a token does not exist, or the text exceeds the context
     */
    public Map<Site, List<Direction>> read(Passage passage, Set<Site> sites, List<Integer> positions) {
        Tokens text = passage.prefix().followedBy(passage.continuation());
        check(text, sites, positions);
        Map<Site, List<Direction>> read = new LinkedHashMap<>();
        sites.forEach(site -> read.put(site, List.of()));
        if (!positions.isEmpty()) {
            read.putAll(readSome(new Row(text, passage.continuation().length()), sites, positions));
        }
        return read;
    }

    private Map<Site, List<Direction>> readSome(Row row, Set<Site> sites, List<Integer> positions) {
        Map<Site, List<Direction>> read = new HashMap<>();
        try (Scope _ = Scope.ofInference()) {
            Tensor places =
                    Tensors.of(positions.stream().mapToLong(Integer::longValue).toArray());
            Hooks reading = (batch, layer, place, activations) -> {
                Tensor changed = changes.at(batch, layer, place, activations);
                Site site = new Site(layer, place);
                if (sites.contains(site)) {
                    read.put(site, Directions.rows(changed.index_select(0, places)));
                }
                return changed;
            };
            transformer.residualAfter(
                    1 + sites.stream().mapToInt(Site::layer).max().orElse(-1),
                    new PackedBatch(List.of(new Group(Optional.empty(), List.of(row))), false),
                    reading);
        }
        return read;
    }

    private void check(Tokens text, Set<Site> sites, List<Integer> positions) {
        Architecture architecture = transformer.architecture();
        sites.forEach(site -> Sites.require(site, architecture));
        if (text.length() > architecture.context()) {
            throw new IllegalArgumentException(
                    "a text of " + text.length() + " tokens: the model reads " + architecture.context() + " at once");
        }
        Vocabulary.require(text, architecture);
        for (int position : positions) {
            if (position < 0 || position >= text.length()) {
                throw new IllegalArgumentException(
                        "position " + position + " of a text of " + text.length() + " tokens: they count from 0");
            }
        }
    }
}
