package org.dramatis.audit.data;

import java.util.List;
import java.util.stream.Stream;
import org.dramatis.core.evidence.Episode;
import org.dramatis.store.data.DataSet;
import org.dramatis.store.data.Turns;

/** Replies in their contexts, from rows at random. */
public final class EpisodeSample {
    private EpisodeSample() {}

    /** With the rejected replies of pairs. */
    public static List<Episode> withRejected(DataSet data, int rows, Turns turns, long seed) {
        return Survey.of(data, rows, seed).sample().stream()
                .flatMap(row -> Learnt.of(row, turns).stream())
                .flatMap(learnt -> Stream.concat(Stream.of(learnt.episode()), learnt.rejected().stream()))
                .filter(episode -> !episode.context().isEmpty())
                .toList();
    }

    /** @param rows at most; their texts without a context are left out */
    public static List<Episode> of(DataSet data, int rows, Turns turns, long seed) {
        return Survey.of(data, rows, seed).sample().stream()
                .flatMap(row -> Learnt.of(row, turns).stream())
                .map(Learnt::episode)
                .filter(episode -> !episode.context().isEmpty())
                .toList();
    }
}
