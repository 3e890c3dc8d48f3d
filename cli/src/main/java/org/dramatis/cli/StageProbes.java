package org.dramatis.cli;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import org.dramatis.audit.probe.BehaviourProbe;
import org.dramatis.audit.probe.ProbeSet;
import org.dramatis.core.cast.PersonaId;
import org.dramatis.stage.cast.WorldProbe;
import org.dramatis.stage.world.World;

/** The probes of a world: of every hidden topic, and of oneself, one answer of each persona. */
final class StageProbes {
    private static final int TOPICS = 1;

    private StageProbes() {}

    static ProbeSet of(World world, SortedSet<PersonaId> unwanted) {
        List<String> personas =
                world.personas().stream().map(persona -> persona.id().value()).toList();
        Set<String> shown =
                new LinkedHashSet<>(unwanted.stream().map(PersonaId::value).toList());
        shown.retainAll(personas);
        return new ProbeSet(
                world.name(),
                WorldProbe.of(world, TOPICS).stream()
                        .map(probe -> new BehaviourProbe(probe.domain().orElse("itself"), probe.probe(), personas))
                        .toList(),
                shown);
    }
}
