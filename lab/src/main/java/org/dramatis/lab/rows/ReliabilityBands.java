package org.dramatis.lab.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dramatis.core.calibration.Labelled;
import org.dramatis.core.number.Proportion;

/** Of the rows that were told about such a probability of being wrong, how many were: narrow where most of them are. */
record ReliabilityBands(List<Band> bands) {
    static final List<Double> EDGES = List.of(0.0, .001, .01, .1, .5, .9, .99, .999);

    /** @param wrong how many of the rows in it were */
    record Band(double from, double to, double meanStated, Proportion wrong) {}

    static ReliabilityBands of(List<Labelled> probabilities) {
        List<Band> bands = new ArrayList<>();
        for (int i = 0; i < EDGES.size(); i++) {
            double from = EDGES.get(i);
            double to = i + 1 < EDGES.size() ? EDGES.get(i + 1) : 1;
            List<Labelled> own = probabilities.stream()
                    .filter(each -> each.score() >= from && (each.score() < to || to == 1))
                    .toList();
            if (!own.isEmpty()) {
                bands.add(new Band(
                        from,
                        to,
                        own.stream().mapToDouble(Labelled::score).average().orElseThrow(),
                        new Proportion(own.stream().filter(Labelled::happened).count(), own.size())));
            }
        }
        return new ReliabilityBands(bands);
    }

    /** The band that begins there, where it has rows. */
    Optional<Band> from(double edge) {
        return bands.stream().filter(band -> band.from() == edge).findFirst();
    }

    /** Of the band that begins there. */
    static String name(double edge) {
        int next = EDGES.indexOf(edge) + 1;
        return edge + "-" + (next < EDGES.size() ? EDGES.get(next) : 1.0);
    }
}
