package org.dramatis.audit.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.dramatis.audit.framing.FrameScorer;
import org.dramatis.audit.framing.Voice;
import org.dramatis.core.cast.Cast;
import org.dramatis.core.cast.Persona;
import org.dramatis.core.evidence.Episode;
import org.dramatis.core.evidence.EpisodeId;
import org.dramatis.store.data.DataSet;
import org.dramatis.store.data.Turns;
import org.dramatis.store.evidence.Cell;
import org.dramatis.store.evidence.EvidenceTable;

/**
 * Writes the evidence of a data set as a table: a row for every reply in every frame. The rejected reply of a pair has the id of the
 * pair with {@code rejected} behind it.
 *
 * @param frames with evidence kept of the data: what is missing there is left out
 */
public record EvidenceExport(Cast cast, FrameScorer frames, Turns turns, String model) {
    private static final int AT_ONCE = 256;

    /** @param wanted the episodes of the data that are written; of a large data set that was sampled they are few */
    public void write(DataSet data, Set<EpisodeId> wanted, Path file) {
        try (EvidenceTable table = EvidenceTable.create(file, model);
                DataRows rows = new DataRows(data.open())) {
            List<Episode> some = new ArrayList<>();
            int left = wanted.size();
            while (left > 0 && rows.hasNext()) {
                for (Learnt learnt : Learnt.of(rows.next(), turns)) {
                    if (wanted.contains(learnt.episode().id())) {
                        left--;
                        some.add(learnt.episode());
                        learnt.rejected().ifPresent(reply -> some.add(rejected(reply)));
                    }
                }
                if (some.size() >= AT_ONCE || left == 0 || !rows.hasNext()) {
                    add(some, table);
                    some.clear();
                }
            }
            table.finish();
        }
    }

    private static Episode rejected(Episode reply) {
        return new Episode(new EpisodeId(reply.id() + " rejected"), reply.context(), reply.reply());
    }

    private void add(List<Episode> episodes, EvidenceTable table) {
        List<List<Cell>> cells = frames.found(Voice.of(cast), episodes);
        for (int i = 0; i < episodes.size(); i++) {
            if (!cells.get(i).isEmpty()) {
                add(episodes.get(i).id(), cells.get(i).iterator(), table);
            }
        }
    }

    private void add(EpisodeId episode, Iterator<Cell> cells, EvidenceTable table) {
        for (Persona persona : cast.personas()) {
            for (int frame = 1; frame <= persona.frames().size(); frame++) {
                table.add(episode, persona.id(), frame, cells.next());
            }
        }
    }
}
