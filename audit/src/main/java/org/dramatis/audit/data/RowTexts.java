package org.dramatis.audit.data;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dramatis.core.evidence.Episode;
import org.dramatis.core.evidence.EpisodeId;
import org.dramatis.store.data.DataSet;
import org.dramatis.store.data.Turns;

/** Fetches the texts of some episodes from the data again, since only their evidence is kept. */
public record RowTexts(DataSet source, Turns turns) {

    /**
     * The episodes, in the order in which they are asked for.
     *
     * @throws IllegalStateException when one is no longer there
     */
    public List<Episode> of(Collection<EpisodeId> ids) {
        Map<EpisodeId, Episode> texts = found(new HashSet<>(ids));
        List<Episode> episodes = new ArrayList<>();
        for (EpisodeId id : ids) {
            Episode episode = texts.get(id);
            if (episode == null) {
                throw new IllegalStateException(id + " is no longer in the data: they changed during the audit");
            }
            episodes.add(episode);
        }
        return episodes;
    }

    private Map<EpisodeId, Episode> found(Set<EpisodeId> ids) {
        Map<EpisodeId, Episode> texts = new HashMap<>();
        if (ids.isEmpty()) {
            return texts;
        }
        try (DataRows rows = new DataRows(source.open())) {
            while (rows.hasNext() && texts.size() < ids.size()) {
                for (Learnt learnt : Learnt.of(rows.next(), turns)) {
                    if (ids.contains(learnt.episode().id())) {
                        texts.put(learnt.episode().id(), learnt.episode());
                    }
                }
            }
        }
        return texts;
    }
}
