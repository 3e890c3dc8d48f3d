package org.dramatis.lab.experiment;

import java.util.Set;
import org.dramatis.stage.cast.WorldProbe;

/** Probes by how near they are to what was trained. */
enum Group {
    TRAINED("the trained domain"),
    OTHER("other domains"),
    SELF("itself");

    private final String words;

    Group(String words) {
        this.words = words;
    }

    boolean holds(WorldProbe probe, Set<String> trained) {
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
