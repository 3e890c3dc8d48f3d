package org.dramatis.lab.rows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dramatis.core.calibration.Labelled;
import org.dramatis.core.cast.PersonaId;

/**
 * The rows of one mixture and seed, ranked in every way.
 *
 * @param speakers who says each row
 * @param wrong whether that is one of the unwanted
 * @param scores of each row, by the way it was ranked
 */
public record RowTrial(
        Mixture mixture, long seed, List<PersonaId> speakers, List<Boolean> wrong, Map<Way, List<Double>> scores) {
    public RowTrial {
        speakers = List.copyOf(speakers);
        wrong = List.copyOf(wrong);
        scores = new LinkedHashMap<>(scores);
        for (Way way : Way.values()) {
            List<Double> own = scores.getOrDefault(way, List.of());
            if (own.size() != wrong.size() || speakers.size() != wrong.size()) {
                throw new IllegalArgumentException("trial of '" + mixture + "', seed " + seed + ", has " + own.size()
                        + " scores by " + way + " for " + wrong.size() + " rows of " + speakers.size() + " speakers");
            }
        }
    }

    /** Each row's score in one way, and whether it is wrong. */
    public List<Labelled> by(Way way) {
        List<Double> own = scores.getOrDefault(way, List.of());
        List<Labelled> labelled = new ArrayList<>();
        for (int row = 0; row < own.size(); row++) {
            labelled.add(new Labelled(own.get(row), wrong.get(row)));
        }
        return labelled;
    }

    List<PersonaId> wrongSpeakers() {
        return IntStream.range(0, wrong.size())
                .filter(wrong::get)
                .mapToObj(speakers::get)
                .distinct()
                .toList();
    }

    /** The same without the wrong rows of other speakers than this one. */
    List<Labelled> by(Way way, PersonaId speaker) {
        List<Labelled> all = by(way);
        List<Labelled> some = new ArrayList<>();
        for (int row = 0; row < all.size(); row++) {
            if (!wrong.get(row) || speakers.get(row).equals(speaker)) {
                some.add(all.get(row));
            }
        }
        return some;
    }
}
