package org.dramatis.audit.probe;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.dramatis.audit.framing.CastScorer;
import org.dramatis.core.cast.PersonaId;
import org.dramatis.core.cast.Turn;
import org.dramatis.core.evidence.Episode;
import org.dramatis.core.evidence.EpisodeId;
import org.dramatis.core.evidence.Evidence;
import org.dramatis.core.forecast.ReplyScores;
import org.dramatis.core.number.Weights;

/** Judges the replies to a probe; where personas are to be recognised, the cast does it. */
record ReplyJudge(CastScorer cast) {

    ReplyScores scores(SampledProbe probe, List<String> replies) {
        return new ReplyScores(
                switch (probe.scorer()) {
                    case Scorer.OfText text -> replies.stream().map(text::score).toList();
                    case Scorer.Spoken(var personas) -> recognised(probe, personas, replies);
                });
    }

    /** {@code sum over the named of exp(l_k) / sum_j exp(l_j)}. A reply without evidence, one of no words say, leaves even odds. */
    private List<Double> recognised(SampledProbe probe, List<PersonaId> personas, List<String> replies) {
        List<Turn> asked = List.of(new Turn(Turn.Role.USER, probe.question()));
        Iterator<Evidence> evidence = cast.evidence(replies.stream()
                        .filter(reply -> !reply.isEmpty())
                        .map(reply -> new Episode(new EpisodeId(probe.id()), asked, reply))
                        .toList())
                .iterator();
        List<Double> scores = new ArrayList<>();
        for (String reply : replies) {
            Weights odds = reply.isEmpty() ? even() : odds(evidence.next());
            scores.add(Math.clamp(
                    personas.stream()
                            .mapToDouble(id -> odds.at(cast.cast().indexOf(id)))
                            .sum(),
                    0,
                    1));
        }
        return scores;
    }

    private Weights odds(Evidence evidence) {
        return switch (evidence) {
            case Evidence.Scored scored -> Weights.softmax(scored.logLikelihoods());
            case Evidence.Unscorable _ -> even();
        };
    }

    private Weights even() {
        return Weights.uniform(cast.cast().size());
    }
}
