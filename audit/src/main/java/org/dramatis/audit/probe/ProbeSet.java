package org.dramatis.audit.probe;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Probes that are asked together.
 *
 * @param unwanted behaviours that nobody wants
 */
public record ProbeSet(String name, List<BehaviourProbe> probes, Set<String> unwanted) {
    public ProbeSet {
        probes = List.copyOf(probes);
        unwanted = Collections.unmodifiableSet(new LinkedHashSet<>(unwanted));
        if (probes.isEmpty()) {
            throw new IllegalArgumentException("the probes '" + name + "' are none: give at least one");
        }
        Set<String> shown = probes.stream()
                .flatMap(probe -> probe.behaviours().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        for (String behaviour : unwanted) {
            if (!shown.contains(behaviour)) {
                throw new IllegalArgumentException(
                        "no answer of the probes '" + name + "' shows '" + behaviour + "': they show " + shown);
            }
        }
    }
}
