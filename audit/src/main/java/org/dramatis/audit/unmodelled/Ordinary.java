package org.dramatis.audit.unmodelled;

import java.util.ArrayList;
import java.util.List;
import org.dramatis.audit.framing.CastScorer;
import org.dramatis.audit.prior.OwnReply;
import org.dramatis.audit.probe.BehaviourProbe;
import org.dramatis.core.cast.Turn;
import org.dramatis.core.evidence.Episode;
import org.dramatis.core.evidence.EpisodeId;
import org.dramatis.core.evidence.Evidence;
import org.dramatis.core.verdict.SurpriseLimit;

/**
 * How surprising an ordinary reply is, as the model itself shows: by what the bare assistant says, and by the listed answers of the
 * probes, which people wrote. People are more surprising than models, so of both limits the higher one counts.
 *
 * @param limit above which a reply surprises every persona
 * @param typical surprise of what the assistant says, in nats a token
 * @param replies of its own
 */
public record Ordinary(SurpriseLimit limit, double typical, List<Episode> replies) {
    /** One in a hundred ordinary replies may be taken for none. */
    private static final double QUANTILE = .99;

    public Ordinary {
        replies = List.copyOf(replies);
    }

    /** @throws IllegalArgumentException when none of the assistant's own replies could be scored */
    public static Ordinary of(CastScorer scorer, List<OwnReply> own, List<BehaviourProbe> probes) {
        List<Episode> replies = own.stream().map(OwnReply::episode).toList();
        SurpriseLimit limit = limit(scorer, replies);
        List<Episode> answers = answers(probes);
        if (!answers.isEmpty()) {
            SurpriseLimit other = limit(scorer, answers);
            limit = other.natsPerToken() > limit.natsPerToken() ? other : limit;
        }
        return new Ordinary(limit, median(own), replies);
    }

    /** Of few replies the most surprising is the limit: {@code n} of them show the {@code n / (n + 1)} quantile and no higher one. */
    private static SurpriseLimit limit(CastScorer scorer, List<Episode> ordinary) {
        double[] surprises = scorer.evidence(ordinary).stream()
                .filter(Evidence.Scored.class::isInstance)
                .map(Evidence.Scored.class::cast)
                .mapToDouble(scored -> -scored.logLikelihoods().max() / scored.tokens())
                .toArray();
        double highest = surprises.length / (surprises.length + 1.0);
        return SurpriseLimit.of(Math.min(QUANTILE, highest), surprises);
    }

    private static List<Episode> answers(List<BehaviourProbe> probes) {
        List<Episode> answers = new ArrayList<>();
        for (BehaviourProbe probe : probes) {
            List<Turn> asked = List.of(new Turn(Turn.Role.USER, probe.probe().question()));
            for (String answer : probe.probe().answers()) {
                answers.add(new Episode(new EpisodeId(probe.probe().id()), asked, answer));
            }
        }
        return answers;
    }

    private static double median(List<OwnReply> own) {
        double[] ascending =
                own.stream().mapToDouble(OwnReply::surprise).sorted().toArray();
        return (ascending[(ascending.length - 1) / 2] + ascending[ascending.length / 2]) / 2;
    }
}
