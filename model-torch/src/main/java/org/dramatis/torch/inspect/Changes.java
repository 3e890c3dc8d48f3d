package org.dramatis.torch.inspect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.dramatis.checkpoint.architecture.Architecture;
import org.dramatis.model.inspect.Change;
import org.dramatis.model.inspect.Change.Where;
import org.dramatis.model.inspect.Direction;
import org.dramatis.model.inspect.Site;
import org.dramatis.torch.network.Batch;
import org.dramatis.torch.network.Hooks;
import org.dramatis.torch.network.Tensors;

/**
 * Changes of activations, made in order wherever a model reads or writes. It holds no native memory: a vector is short beside what
 * it is added to, and becomes a tensor when it is needed.
 */
public final class Changes implements Hooks {
    private final Map<Site, List<Change>> changes = new HashMap<>();

    /** @throws IllegalArgumentException when a site does not exist or a direction has another dimension than the model's width */
    public Changes(List<Change> changes, Architecture architecture) {
        for (Change change : changes) {
            Sites.require(change.site(), architecture);
            int dimension = change.direction().dimension();
            if (dimension != architecture.width()) {
                throw new IllegalArgumentException("a change along a direction of " + dimension
                        + " entries: activations of the model have " + architecture.width());
            }
            this.changes.computeIfAbsent(change.site(), _ -> new ArrayList<>()).add(change);
        }
    }

    @Override
    public Tensor at(Batch batch, int layer, Site.Place place, Tensor activations) {
        Tensor changed = activations;
        for (Change change : changes.getOrDefault(new Site(layer, place), List.of())) {
            changed = switch (change) {
                case Change.Add(Site _, Direction direction, Where where) ->
                    changed.add(where(where, batch, tensor(direction).unsqueeze(0)));
                case Change.Cap(Site _, Direction direction, double limit, Where where) ->
                    changed.sub(where(where, batch, excess(changed, direction.times(1 / direction.length()), limit)));
            };
        }
        return changed;
    }

    /** {@code max(0, <h, u> - limit) u}. */
    private static Tensor excess(Tensor activations, Direction unit, double limit) {
        Tensor along = tensor(unit);
        Tensor beyond = torch.relu(activations.matmul(along).sub(new Scalar(limit)));
        return beyond.unsqueeze(1).mul(along);
    }

    private static Tensor where(Where where, Batch batch, Tensor change) {
        return switch (where) {
            case EVERYWHERE -> change;
            case REPLY -> change.mul(batch.reply());
        };
    }

    private static Tensor tensor(Direction direction) {
        return Tensors.of(direction.toArray());
    }
}
