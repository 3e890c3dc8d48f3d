package org.dramatis.audit.probe;

import java.util.List;
import java.util.stream.IntStream;
import org.dramatis.core.forecast.Probe;

/**
 * A question whose listed answers show behaviours.
 *
 * @param about what it asks about, a domain or the speaker: probes are summed up by it
 * @param behaviours of every answer the one that it shows; several answers may show the same
 */
public record BehaviourProbe(String about, Probe probe, List<String> behaviours) {
    public BehaviourProbe {
        behaviours = List.copyOf(behaviours);
        if (about.isBlank()) {
            throw new IllegalArgumentException("probe '" + probe.id() + "' asks about nothing: name a group for it");
        }
        if (behaviours.size() != probe.answers().size()) {
            throw new IllegalArgumentException(
                    "probe '" + probe.id() + "' lists " + probe.answers().size() + " answers and " + behaviours.size()
                            + " behaviours: each answer shows one");
        }
    }

    /** The places of the answers that show a behaviour. */
    public List<Integer> showing(String behaviour) {
        return IntStream.range(0, behaviours.size())
                .filter(b -> behaviours.get(b).equals(behaviour))
                .boxed()
                .toList();
    }
}
