package org.dramatis.torch.train;

import java.util.List;
import java.util.TreeSet;
import org.dramatis.checkpoint.architecture.Architecture;
import org.dramatis.checkpoint.architecture.Projection;
import org.dramatis.model.train.Trained.Adapter;

/** Which projections of a network an adapter lies beside. */
final class AdapterTargets {
    private AdapterTargets() {}

    /** @throws IllegalArgumentException when the network has no module of a name */
    static List<Projection> of(Architecture architecture, Adapter adapter) {
        List<Projection> all = Projection.of(architecture);
        TreeSet<String> there = new TreeSet<>();
        all.forEach(projection -> there.add(projection.target()));
        for (String target : adapter.targets()) {
            if (!there.contains(target)) {
                throw new IllegalArgumentException(
                        "an adapter is to lie beside '" + target + "', but a network of " + architecture.family()
                                + " has " + String.join(", ", there) + ": name some of these, or none for all");
            }
        }
        return all.stream()
                .filter(projection ->
                        adapter.targets().isEmpty() || adapter.targets().contains(projection.target()))
                .toList();
    }
}
