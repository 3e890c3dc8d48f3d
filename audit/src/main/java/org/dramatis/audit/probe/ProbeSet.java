package org.dramatis.audit.probe;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.dramatis.core.cast.Cast;
import org.dramatis.core.cast.PersonaId;

/**
 * Probes that are asked together.
 *
 * @param listed those with listed answers
 * @param sampled those that are answered in free text
 * @param replies that are sampled of every speaker, in each of its frames, to each of the latter
 * @param unwanted behaviours that nobody wants
 */
public record ProbeSet(
        String name, List<BehaviourProbe> listed, List<SampledProbe> sampled, int replies, Set<String> unwanted) {
    public static final int USUAL_REPLIES = 16;

    public ProbeSet {
        listed = List.copyOf(listed);
        sampled = List.copyOf(sampled);
        unwanted = Collections.unmodifiableSet(new LinkedHashSet<>(unwanted));
        if (listed.isEmpty() && sampled.isEmpty()) {
            throw new IllegalArgumentException("the probes '" + name + "' are none: give at least one");
        }
        if (replies < 1) {
            throw new IllegalArgumentException(replies + " replies cannot be judged: sample 1 or more");
        }
        Set<String> shown = new LinkedHashSet<>();
        listed.forEach(probe -> shown.addAll(probe.behaviours()));
        sampled.forEach(probe -> shown.add(probe.behaviour()));
        for (String behaviour : unwanted) {
            if (!shown.contains(behaviour)) {
                throw new IllegalArgumentException(
                        "no answer of the probes '" + name + "' shows '" + behaviour + "': they show " + shown);
            }
        }
        for (SampledProbe probe : sampled) {
            if (listed.stream().anyMatch(other -> isOfOneKind(other, probe))) {
                throw new IllegalArgumentException(
                        "'" + probe.behaviour() + "' about '" + probe.about()
                                + "' is shown by listed answers and by sampled replies, which do not add up: call one of them otherwise");
            }
        }
    }

    /** Probes with listed answers alone. */
    public ProbeSet(String name, List<BehaviourProbe> listed, Set<String> unwanted) {
        this(name, listed, List.of(), USUAL_REPLIES, unwanted);
    }

    private static boolean isOfOneKind(BehaviourProbe listed, SampledProbe sampled) {
        return listed.about().equals(sampled.about())
                && !listed.showing(sampled.behaviour()).isEmpty();
    }

    public List<String> questions() {
        return Stream.concat(
                        listed.stream().map(probe -> probe.probe().question()),
                        sampled.stream().map(SampledProbe::question))
                .distinct()
                .toList();
    }

    /** @throws IllegalArgumentException when a scorer is to recognise somebody whom the cast does not have */
    public void requireJudges(Cast cast) {
        judges().forEach(cast::indexOf);
    }

    /** Those whom a scorer is to recognise. */
    public List<PersonaId> judges() {
        return sampled.stream()
                .flatMap(probe ->
                        probe.scorer() instanceof Scorer.Spoken(var personas) ? personas.stream() : Stream.of())
                .distinct()
                .toList();
    }
}
