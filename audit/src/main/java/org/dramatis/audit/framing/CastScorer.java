package org.dramatis.audit.framing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dramatis.core.cast.Cast;
import org.dramatis.core.cast.Frame;
import org.dramatis.core.cast.Persona;
import org.dramatis.core.evidence.Episode;
import org.dramatis.core.evidence.Evidence;
import org.dramatis.core.evidence.FrameAverage;
import org.dramatis.core.evidence.Reason;
import org.dramatis.core.evidence.TokenEvidence;
import org.dramatis.core.number.LogSpace;
import org.dramatis.core.number.LogVector;
import org.dramatis.model.score.Score;
import org.dramatis.model.score.TokenScorer;
import org.dramatis.store.evidence.Cell;

/**
 * How likely every persona of a cast finds what was said: {@code l_k(e) = log p(y | frame_k, x)}, averaged in probability over the
 * frames of a persona.
 */
public record CastScorer(Cast cast, FrameScorer frames) {
    public CastScorer {
        for (Persona persona : cast.personas()) {
            if (persona.frames().isEmpty()) {
                throw new IllegalArgumentException("persona '" + persona.id()
                        + "' has no frame: without a portrait or lines no model can play it");
            }
        }
    }

    /** Without a place where evidence is kept. */
    public CastScorer(Cast cast, Framing framing, TokenScorer model) {
        this(cast, new FrameScorer(framing, model, Alterations.NONE, Optional.empty()));
    }

    /** Without a place where evidence is kept. */
    public CastScorer(Cast cast, ChatModel model) {
        this(cast, new FrameScorer(model, Optional.empty()));
    }

    /** The evidence of each episode, in order. */
    public List<Evidence> evidence(List<Episode> episodes) {
        List<List<Cell>> cells = frames.cells(Voice.of(cast), episodes);
        return IntStream.range(0, episodes.size())
                .mapToObj(i -> evidence(episodes.get(i), cells.get(i)))
                .toList();
    }

    /** One frame that cannot be scored makes the episode unscorable: a guess would decide. */
    private Evidence evidence(Episode episode, List<Cell> cells) {
        double[] totals = new double[cells.size()];
        int tokens = 0;
        for (int frame = 0; frame < totals.length; frame++) {
            switch (cells.get(frame)) {
                case Cell.Scored(double logLikelihood, int scored) -> {
                    totals[frame] = logLikelihood;
                    tokens = scored;
                }
                case Cell.Unscorable(Reason reason) -> {
                    return new Evidence.Unscorable(episode.id(), reason);
                }
            }
        }
        return scored(episode, personas(totals), tokens);
    }

    /** Of the totals of all frames the log-mean-exp of each persona's. */
    private LogVector personas(double[] totals) {
        double[] logs = new double[cast.size()];
        int from = 0;
        for (int k = 0; k < logs.length; k++) {
            int own = cast.persona(k).frames().size();
            logs[k] = LogSpace.logMeanExp(Arrays.copyOfRange(totals, from, from + own));
            from += own;
        }
        return LogVector.of(logs);
    }

    private static Evidence scored(Episode episode, LogVector logs, int tokens) {
        return logs.max() == Double.NEGATIVE_INFINITY
                ? new Evidence.Unscorable(
                        episode.id(),
                        new Reason(Reason.Kind.IMPOSSIBLE, "the reply has probability 0 under every persona"))
                : new Evidence.Scored(episode.id(), logs, tokens);
    }

    /**
     * The evidence of one episode token by token.
     *
     * @throws IllegalArgumentException when it cannot be scored, with the reason
     */
    public TokenEvidence tokens(Episode episode) {
        return tokens(List.of(episode)).getFirst();
    }

    /** The same of several at once. */
    public List<TokenEvidence> tokens(List<Episode> episodes) {
        Iterator<Score> scores = frames.tokens(Voice.of(cast), episodes).iterator();
        return episodes.stream().map(episode -> tokens(episode, scores)).toList();
    }

    private TokenEvidence tokens(Episode episode, Iterator<Score> scores) {
        List<LogVector> personas = new ArrayList<>();
        for (Persona persona : cast.personas()) {
            List<LogVector> own = new ArrayList<>();
            for (Frame _ : persona.frames()) {
                own.add(scored(episode, scores.next()));
            }
            personas.add(FrameAverage.perToken(own));
        }
        List<LogVector> contributions = IntStream.range(0, personas.getFirst().size())
                .mapToObj(t -> LogVector.of(
                        personas.stream().mapToDouble(persona -> persona.at(t)).toArray()))
                .toList();
        return new TokenEvidence(episode.id(), frames.framing().words(episode.reply()), contributions);
    }

    private static LogVector scored(Episode episode, Score score) {
        return switch (score) {
            case Score.Scored(LogVector tokens) -> tokens;
            case Score.Unscorable(Reason reason) ->
                throw new IllegalArgumentException(episode.id() + " cannot be scored: " + reason.detail());
        };
    }
}
