package org.dramatis.lab.experiment;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.dramatis.lab.forecast.StartingPoint;
import org.dramatis.stage.cast.WorldProbe;

/** Probes by how near they are to what was trained. */
public enum Group {
    TRAINED("the trained domain"),
    OTHER("other domains"),
    SELF("itself");

    private final String words;

    Group(String words) {
        this.words = words;
    }

    /** The places of its probes. */
    public List<Integer> places(StartingPoint start, Set<String> trained) {
        return IntStream.range(0, start.probes().size())
                .filter(place -> holds(start.probes().get(place), trained))
                .boxed()
                .toList();
    }

    private boolean holds(WorldProbe probe, Set<String> trained) {
        return switch (this) {
            case TRAINED -> probe.domain().filter(trained::contains).isPresent();
            case OTHER ->
                probe.domain().filter(domain -> !trained.contains(domain)).isPresent();
            case SELF -> probe.domain().isEmpty();
        };
    }

    @Override
    public String toString() {
        return words;
    }
}
