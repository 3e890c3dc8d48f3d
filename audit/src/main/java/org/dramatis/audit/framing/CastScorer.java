package org.dramatis.audit.framing;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.dramatis.core.cast.Cast;
import org.dramatis.core.cast.Frame;
import org.dramatis.core.cast.Persona;
import org.dramatis.core.evidence.Episode;
import org.dramatis.core.evidence.Evidence;
import org.dramatis.core.evidence.FrameAverage;
import org.dramatis.core.evidence.Reason;
import org.dramatis.core.evidence.TokenEvidence;
import org.dramatis.core.number.LogVector;
import org.dramatis.model.score.Passage;
import org.dramatis.model.score.Score;
import org.dramatis.model.score.TokenScorer;

/**
 * How likely every persona of a cast finds what was said: {@code l_k(e) = log p(y | frame_k, x)}, averaged in probability over the
 * frames of a persona.
 */
public record CastScorer(Cast cast, Framing framing, TokenScorer model) {
    /** Episodes that are scored together: those that share a context share the reading of it. */
    private static final int AT_ONCE = 64;

    public CastScorer {
        for (Persona persona : cast.personas()) {
            if (persona.frames().isEmpty()) {
                throw new IllegalArgumentException("persona '" + persona.id()
                        + "' has no frame: without a portrait or lines no model can play it");
            }
        }
    }

    /** The evidence of each episode, in order. */
    public List<Evidence> evidence(List<Episode> episodes) {
        List<Evidence> evidence = new ArrayList<>(episodes.size());
        for (int from = 0; from < episodes.size(); from += AT_ONCE) {
            List<Episode> some = episodes.subList(from, Math.min(episodes.size(), from + AT_ONCE));
            Iterator<Score> scores = model.score(passages(some)).iterator();
            some.forEach(episode -> evidence.add(evidence(episode, scores)));
        }
        return evidence;
    }

    private List<Passage> passages(List<Episode> episodes) {
        List<Passage> passages = new ArrayList<>();
        for (Episode episode : episodes) {
            for (Persona persona : cast.personas()) {
                for (Frame frame : persona.frames()) {
                    passages.add(framing.passage(persona, frame, episode.context(), episode.reply()));
                }
            }
        }
        return passages;
    }

    /**
     * The evidence of one episode token by token.
     *
     * @throws IllegalArgumentException when it cannot be scored, with the reason
     */
    public TokenEvidence tokens(Episode episode) {
        PersonaScores scores = scores(model.score(passages(List.of(episode))).iterator());
        if (scores.failed().isPresent()) {
            throw new IllegalArgumentException(
                    episode.id() + " cannot be scored: " + scores.failed().get().detail());
        }
        int tokens = scores.personas().getFirst().size();
        List<LogVector> contributions = new ArrayList<>(tokens);
        for (int t = 0; t < tokens; t++) {
            int place = t;
            contributions.add(LogVector.of(scores.personas().stream()
                    .mapToDouble(persona -> persona.at(place))
                    .toArray()));
        }
        return new TokenEvidence(episode.id(), framing.words(episode.reply()), contributions);
    }

    /** Of every persona the contribution of each token; of none where one could not be scored: a guess would decide. */
    private record PersonaScores(List<LogVector> personas, Optional<Reason> failed) {}

    private PersonaScores scores(Iterator<Score> scores) {
        List<LogVector> personas = new ArrayList<>(cast.size());
        Optional<Reason> failed = Optional.empty();
        for (Persona persona : cast.personas()) {
            List<LogVector> frames = new ArrayList<>();
            for (Frame _ : persona.frames()) {
                switch (scores.next()) {
                    case Score.Scored(LogVector each) -> frames.add(each);
                    case Score.Unscorable(Reason reason) -> failed = failed.or(() -> Optional.of(reason));
                }
            }
            if (failed.isEmpty()) {
                personas.add(FrameAverage.perToken(frames));
            }
        }
        return new PersonaScores(personas, failed);
    }

    private Evidence evidence(Episode episode, Iterator<Score> all) {
        PersonaScores scores = scores(all);
        return scores.failed()
                .<Evidence>map(reason -> new Evidence.Unscorable(episode.id(), reason))
                .orElseGet(() -> scored(
                        episode,
                        LogVector.of(scores.personas().stream()
                                .mapToDouble(CastScorer::sum)
                                .toArray()),
                        scores.personas().getFirst().size()));
    }

    private static Evidence scored(Episode episode, LogVector logs, int tokens) {
        return logs.max() == Double.NEGATIVE_INFINITY
                ? new Evidence.Unscorable(
                        episode.id(),
                        new Reason(Reason.Kind.IMPOSSIBLE, "the reply has probability 0 under every persona"))
                : new Evidence.Scored(episode.id(), logs, tokens);
    }

    private static double sum(LogVector values) {
        double sum = 0;
        for (int t = 0; t < values.size(); t++) {
            sum += values.at(t);
        }
        return sum;
    }
}
