package org.dramatis.audit.framing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.dramatis.core.evidence.Reason;
import org.dramatis.model.score.Passage;
import org.dramatis.model.score.Score;
import org.dramatis.model.score.ScoringStopped;
import org.dramatis.model.score.TokenScorer;

/**
 * How likely a model finds replies, each in its voice: all that it speaks as it is at once, since they share what is read, and then
 * one alteration after the other.
 */
record SpokenScorer(Framing framing, TokenScorer model, Alterations alterations) {
    /** Where a server writes chats down each takes a way there and back, most of which is waiting. */
    private static final int WRITTEN_AT_ONCE = 16;

    /**
     * A score for each, in order. A conversation that the chat template refuses is unscorable, with its words.
     *
     * @throws ScoringStopped when the model gave out, with the scores that there are
     */
    List<Score> scores(List<Spoken> spoken) {
        SortedMap<Integer, Score> scores = new TreeMap<>();
        Voice.byModel(spoken.stream().map(Spoken::voice).toList()).forEach((alteration, places) -> {
            SortedMap<Integer, Passage> passages = written(spoken, places, scores);
            List<Integer> written = List.copyOf(passages.keySet());
            try {
                List<Score> found =
                        alteration.map(alterations::scorer).orElse(model).score(List.copyOf(passages.values()));
                IntStream.range(0, found.size()).forEach(i -> scores.put(written.get(i), found.get(i)));
            } catch (ScoringStopped stopped) {
                for (int i = 0; i < written.size(); i++) {
                    int place = written.get(i);
                    stopped.scores().get(i).ifPresent(score -> scores.put(place, score));
                }
                throw new ScoringStopped(reached(scores, spoken.size()), stopped);
            }
        });
        return List.copyOf(scores.values());
    }

    private static List<Optional<Score>> reached(Map<Integer, Score> scores, int all) {
        return IntStream.range(0, all)
                .mapToObj(place -> Optional.ofNullable(scores.get(place)))
                .toList();
    }

    /** The passages by their places; those that are refused are scores already. */
    private SortedMap<Integer, Passage> written(
            List<Spoken> spoken, List<Integer> places, SortedMap<Integer, Score> refused) {
        SortedMap<Integer, Passage> passages = new TreeMap<>();
        try (ExecutorService writers =
                Executors.newFixedThreadPool(WRITTEN_AT_ONCE, Thread.ofVirtual().factory())) {
            List<Future<Passage>> writing = places.stream()
                    .map(place -> writers.submit(() -> passage(spoken.get(place))))
                    .toList();
            for (int i = 0; i < places.size(); i++) {
                try {
                    passages.put(places.get(i), result(writing.get(i)));
                } catch (IllegalArgumentException problem) {
                    refused.put(places.get(i), unscorable(problem));
                }
            }
        }
        return passages;
    }

    private Passage passage(Spoken spoken) {
        return framing.passage(
                spoken.voice(), spoken.episode().context(), spoken.episode().reply());
    }

    private static Score unscorable(IllegalArgumentException refused) {
        return new Score.Unscorable(new Reason(Reason.Kind.MODEL_FAILED, String.valueOf(refused.getMessage())));
    }

    private static Passage result(Future<Passage> writing) {
        try {
            return writing.get();
        } catch (ExecutionException problem) {
            throw problem.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(problem);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CancellationException("stopped while chats were written down");
        }
    }
}
