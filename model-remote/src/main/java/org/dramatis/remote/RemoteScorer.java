package org.dramatis.remote;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.dramatis.core.evidence.Reason;
import org.dramatis.core.number.LogVector;
import org.dramatis.model.score.Passage;
import org.dramatis.model.score.Score;
import org.dramatis.model.score.ScoringStopped;
import org.dramatis.model.score.TokenScorer;
import org.dramatis.remote.dialect.Dialect;
import org.dramatis.remote.http.BadAnswerException;
import org.dramatis.remote.http.RefusedException;
import org.dramatis.remote.http.Server;

/** Has passages read by a server: those that share a beginning behind each other, as many at once as make it faster. */
final class RemoteScorer implements TokenScorer {
    /** Below that many it is not worth asking whether the model is still the same. */
    private static final int MANY = 16;

    private final Server server;
    private final Dialect dialect;
    private final OptionalInt context;
    private final Canary canary;

    RemoteScorer(Server server, Dialect dialect, OptionalInt context, Canary canary) {
        this.server = server;
        this.dialect = dialect;
        this.context = context;
        this.canary = canary;
    }

    /** A passage beyond the context is refused either way: a server's window cannot be slid. */
    @Override
    public List<Score> score(List<Passage> passages, TooLong tooLong) {
        AtomicReferenceArray<Optional<Score>> scores = new AtomicReferenceArray<>(passages.size());
        List<Integer> readable = new ArrayList<>();
        for (int place = 0; place < passages.size(); place++) {
            Optional<Score> refused = refused(passages.get(place));
            scores.set(place, refused);
            if (refused.isEmpty()) {
                readable.add(place);
            }
        }
        List<List<Integer>> groups = Readings.inOrder(passages, readable);
        long breaks = server.breaks();
        List<Runnable> pieces = new ArrayList<>();
        for (List<List<Integer>> request :
                Readings.requests(groups, dialect.atOnce(), server.pace().limit())) {
            pieces.add(() -> read(passages, request, scores));
        }
        Optional<RuntimeException> failure = new Crew(server.pace()).work(pieces);
        if (failure.isPresent()) {
            throw new ScoringStopped(kept(scores, breaks), failure.get());
        }
        if (groups.size() >= MANY || server.breaks() != breaks) {
            canary.requireSame();
        }
        List<Score> all = new ArrayList<>();
        for (int place = 0; place < passages.size(); place++) {
            all.add(scores.get(place).orElseThrow());
        }
        return all;
    }

    /** Behind a broken connection another model may have answered, and nobody can ask now: then all of it is given up. */
    private List<Optional<Score>> kept(AtomicReferenceArray<Optional<Score>> scores, long breaks) {
        boolean sure = server.breaks() == breaks;
        List<Optional<Score>> kept = new ArrayList<>();
        for (int place = 0; place < scores.length(); place++) {
            kept.add(sure ? scores.get(place) : Optional.empty());
        }
        return kept;
    }

    private Optional<Score> refused(Passage passage) {
        if (passage.continuation().isEmpty()) {
            return Optional.of(
                    new Score.Unscorable(new Reason(Reason.Kind.EMPTY_REPLY, "the continuation has no tokens")));
        }
        // One more is asked for behind each text.
        if (context.isPresent() && passage.length() >= context.getAsInt()) {
            return Optional.of(new Score.Unscorable(new Reason(
                    Reason.Kind.TOO_LONG,
                    passage.length() + " tokens, of which the server reads " + (context.getAsInt() - 1) + " at once")));
        }
        return Optional.empty();
    }

    private void read(
            List<Passage> passages, List<List<Integer>> request, AtomicReferenceArray<Optional<Score>> scores) {
        List<Passage> asked =
                request.stream().map(places -> passages.get(places.getFirst())).toList();
        List<Score> found = asked.size() == 1 ? List.of(alone(asked.getFirst())) : together(asked);
        for (int i = 0; i < request.size(); i++) {
            for (int place : request.get(i)) {
                scores.set(place, Optional.of(found.get(i)));
            }
        }
    }

    /** One that is refused must not take its neighbours with it. */
    private List<Score> together(List<Passage> passages) {
        try {
            return ask(passages).stream().<Score>map(Score.Scored::new).toList();
        } catch (BadAnswerException | RefusedException problem) {
            requireOfTheText(problem);
            return passages.stream().map(this::alone).toList();
        }
    }

    private Score alone(Passage passage) {
        try {
            return new Score.Scored(askTwice(passage));
        } catch (BadAnswerException | RefusedException problem) {
            requireOfTheText(problem);
            return new Score.Unscorable(new Reason(Reason.Kind.MODEL_FAILED, String.valueOf(problem.getMessage())));
        }
    }

    /** A bad answer may be the fault of the moment. */
    private LogVector askTwice(Passage passage) {
        try {
            return ask(List.of(passage)).getFirst();
        } catch (BadAnswerException first) {
            return ask(List.of(passage)).getFirst();
        }
    }

    private List<LogVector> ask(List<Passage> passages) {
        server.cost().spend(passages.stream().mapToLong(dialect::tokens).sum());
        return dialect.read(passages);
    }

    /** A key that no longer holds, or a model that is gone, is the end of the run and not of a row. */
    private static void requireOfTheText(RuntimeException problem) {
        if (problem instanceof RefusedException refused && !refused.isOfTheText()) {
            throw problem;
        }
    }

    @Override
    public int context() {
        return context.orElse(Integer.MAX_VALUE);
    }
}
