package org.dramatis.audit.framing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dramatis.core.cast.Turn;
import org.dramatis.core.evidence.Episode;
import org.dramatis.model.score.Score;
import org.dramatis.model.score.ScoringStopped;
import org.dramatis.model.score.TokenScorer;
import org.dramatis.store.evidence.Cell;
import org.dramatis.store.evidence.Fingerprint;
import org.dramatis.store.evidence.KeptCells;
import org.dramatis.store.evidence.KeptEvidence;

/**
 * How likely a model finds replies when it speaks in some voices.
 *
 * @param kept evidence of this model, where there is some: what is found there is not computed, and what is computed is kept there
 */
public record FrameScorer(Framing framing, TokenScorer model, Alterations alterations, Optional<KeptEvidence> kept) {
    /** Episodes that are scored together: those that share a context share the reading of it. */
    private static final int AT_ONCE = 64;

    public FrameScorer(ChatModel model, Optional<KeptEvidence> kept) {
        this(model.framing(), model.scorer(), model.alterations(), kept);
    }

    /** A cell for every voice, of every episode, in order. */
    public List<List<Cell>> cells(List<? extends Voice> voices, List<Episode> episodes) {
        List<Fingerprint> frames = kept.isEmpty() ? List.of() : fingerprints(voices);
        List<List<Cell>> cells = new ArrayList<>(episodes.size());
        for (int from = 0; from < episodes.size(); from += AT_ONCE) {
            List<Episode> some = episodes.subList(from, Math.min(episodes.size(), from + AT_ONCE));
            cells.addAll(
                    kept.map(store -> remembered(store, voices, frames, some)).orElseGet(() -> computed(voices, some)));
        }
        return cells;
    }

    private List<List<Cell>> computed(List<? extends Voice> voices, List<Episode> episodes) {
        Iterator<Score> scores = scores(
                episodes.stream().flatMap(episode -> spoken(voices, episode)).toList());
        return episodes.stream()
                .map(_ -> voices.stream().map(_ -> cell(scores.next())).toList())
                .toList();
    }

    private static Stream<Spoken> spoken(List<? extends Voice> voices, Episode episode) {
        return voices.stream().map(voice -> new Spoken(voice, episode));
    }

    private Iterator<Score> scores(List<Spoken> spoken) {
        return new SpokenScorer(framing, model, alterations).scores(spoken).iterator();
    }

    private List<Fingerprint> fingerprints(List<? extends Voice> voices) {
        return voices.stream().map(voice -> voice.fingerprint(alterations)).toList();
    }

    private List<List<Cell>> remembered(
            KeptEvidence store, List<? extends Voice> voices, List<Fingerprint> frames, List<Episode> episodes) {
        List<Fingerprint> replies =
                episodes.stream().map(FrameScorer::fingerprint).toList();
        KeptCells known = store.find(frames, replies);
        List<Spoken> missing = new ArrayList<>();
        for (int i = 0; i < episodes.size(); i++) {
            for (int v = 0; v < frames.size(); v++) {
                if (known.cell(frames.get(v), replies.get(i)).isEmpty()) {
                    missing.add(new Spoken(voices.get(v), episodes.get(i)));
                }
            }
        }
        Iterator<Score> scores = scoresOrKeep(store, missing);
        List<List<Cell>> cells = new ArrayList<>();
        for (Fingerprint reply : replies) {
            List<Cell> row = new ArrayList<>(frames.size());
            for (Fingerprint frame : frames) {
                row.add(known.cell(frame, reply).orElseGet(() -> {
                    Cell cell = cell(scores.next());
                    store.keep(frame, reply, cell);
                    return cell;
                }));
            }
            cells.add(row);
        }
        return cells;
    }

    /** Where the model gives out, what it found by then is kept. */
    private Iterator<Score> scoresOrKeep(KeptEvidence store, List<Spoken> missing) {
        try {
            return scores(missing);
        } catch (ScoringStopped stopped) {
            for (int i = 0; i < missing.size(); i++) {
                Spoken spoken = missing.get(i);
                stopped.scores()
                        .get(i)
                        .ifPresent(score -> store.keep(
                                spoken.voice().fingerprint(alterations), fingerprint(spoken.episode()), cell(score)));
            }
            throw stopped;
        }
    }

    /** The cells that are kept, without computing any; none of an episode of which one is missing. */
    public List<List<Cell>> found(List<? extends Voice> voices, List<Episode> episodes) {
        List<Fingerprint> frames = fingerprints(voices);
        List<Fingerprint> replies =
                episodes.stream().map(FrameScorer::fingerprint).toList();
        return kept.map(store -> store.find(frames, replies))
                .map(known -> replies.stream()
                        .map(reply -> found(known, frames, reply))
                        .toList())
                .orElseGet(() -> Collections.nCopies(episodes.size(), List.of()));
    }

    private static List<Cell> found(KeptCells known, List<Fingerprint> frames, Fingerprint reply) {
        List<Cell> cells = frames.stream()
                .flatMap(frame -> known.cell(frame, reply).stream())
                .toList();
        return cells.size() == frames.size() ? cells : List.of();
    }

    /** A score without its tokens. */
    public static Cell cell(Score score) {
        return switch (score) {
            case Score.Scored scored ->
                new Cell.Scored(scored.total(), scored.logProbabilities().size());
            case Score.Unscorable(var reason) -> new Cell.Unscorable(reason);
        };
    }

    private static Fingerprint fingerprint(Episode episode) {
        List<String> parts = new ArrayList<>();
        for (Turn turn : episode.context()) {
            parts.add(turn.role().name());
            parts.add(turn.text());
        }
        parts.add("reply");
        parts.add(episode.reply());
        return Fingerprint.of(parts.toArray(String[]::new));
    }

    /** Each token of each reply in each voice, reply after reply. All or none are kept: they are the few that a report shows. */
    List<Score> tokens(List<? extends Voice> voices, List<Episode> episodes) {
        List<Spoken> spoken =
                episodes.stream().flatMap(episode -> spoken(voices, episode)).toList();
        SpokenScorer reader = new SpokenScorer(framing, model, alterations);
        return kept.map(store ->
                        new KeptTokens(store.findings()).of(asked(voices, episodes), () -> reader.scores(spoken)))
                .orElseGet(() -> reader.scores(spoken));
    }

    private Fingerprint asked(List<? extends Voice> voices, List<Episode> episodes) {
        List<String> parts = new ArrayList<>(List.of("voices"));
        fingerprints(voices).forEach(voice -> parts.add(voice.toString()));
        parts.add("episodes");
        episodes.forEach(episode -> parts.add(fingerprint(episode).toString()));
        return Fingerprint.of(parts.toArray(String[]::new));
    }

    /** The model as it is, which scores the same few passages only once where evidence is kept. */
    public TokenScorer remembering() {
        return kept.<TokenScorer>map(store -> new KeptScorer(model, new KeptTokens(store.findings())))
                .orElse(model);
    }
}
