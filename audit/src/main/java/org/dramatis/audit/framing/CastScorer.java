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

    /** Takes the scores of one episode. One that cannot be scored makes the episode unscorable: a guess would decide. */
    private Evidence evidence(Episode episode, Iterator<Score> scores) {
        double[] logs = new double[cast.size()];
        int tokens = 0;
        Optional<Reason> failed = Optional.empty();
        for (int k = 0; k < logs.length; k++) {
            List<LogVector> frames = new ArrayList<>();
            for (Frame _ : cast.persona(k).frames()) {
                switch (scores.next()) {
                    case Score.Scored(LogVector each) -> frames.add(each);
                    case Score.Unscorable(Reason reason) -> failed = failed.or(() -> Optional.of(reason));
                }
            }
            if (failed.isEmpty()) {
                LogVector averaged = FrameAverage.perToken(frames);
                tokens = averaged.size();
                logs[k] = sum(averaged);
            }
        }
        int scored = tokens;
        return failed.<Evidence>map(reason -> new Evidence.Unscorable(episode.id(), reason))
                .orElseGet(() -> scored(episode, LogVector.of(logs), scored));
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
