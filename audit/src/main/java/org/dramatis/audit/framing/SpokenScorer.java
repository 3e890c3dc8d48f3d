package org.dramatis.audit.framing;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dramatis.core.evidence.Reason;
import org.dramatis.model.score.Passage;
import org.dramatis.model.score.Score;
import org.dramatis.model.score.TokenScorer;

/**
 * How likely a model finds replies, each in its voice: all that it speaks as it is at once, since they share what is read, and then
 * one alteration after the other.
 */
record SpokenScorer(Framing framing, TokenScorer model, Alterations alterations) {

    /** A score for each, in order. A conversation that the chat template refuses is unscorable, with its words. */
    List<Score> scores(List<Spoken> spoken) {
        SortedMap<Integer, Score> scores = new TreeMap<>();
        Voice.byModel(spoken.stream().map(Spoken::voice).toList()).forEach((alteration, places) -> {
            List<Passage> passages = new ArrayList<>();
            List<Integer> written = new ArrayList<>();
            for (int place : places) {
                try {
                    passages.add(passage(spoken.get(place)));
                    written.add(place);
                } catch (IllegalArgumentException refused) {
                    scores.put(place, unscorable(refused));
                }
            }
            Iterator<Score> found = alteration
                    .map(alterations::scorer)
                    .orElse(model)
                    .score(passages)
                    .iterator();
            written.forEach(place -> scores.put(place, found.next()));
        });
        return List.copyOf(scores.values());
    }

    private Passage passage(Spoken spoken) {
        return framing.passage(
                spoken.voice(), spoken.episode().context(), spoken.episode().reply());
    }

    private static Score unscorable(IllegalArgumentException refused) {
        return new Score.Unscorable(new Reason(Reason.Kind.MODEL_FAILED, String.valueOf(refused.getMessage())));
    }
}
