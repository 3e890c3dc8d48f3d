package org.dramatis.lab.rows;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.dramatis.core.evidence.Episode;

/** Rows in random order: what any ranking has to beat. */
record RandomOrder(long seed) implements Ranker {
    @Override
    public Map<Way, Order> read(List<Episode> rows) {
        return Map.of(
                Way.RANDOM,
                places -> new SplittableRandom(seed)
                        .doubles(places.size())
                        .boxed()
                        .toList());
    }
}
