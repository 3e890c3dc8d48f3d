package org.dramatis.lab.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dramatis.audit.framing.CastScorer;
import org.dramatis.audit.framing.ChatModel;
import org.dramatis.audit.prior.BarePrior;
import org.dramatis.audit.probe.ProbeReader;
import org.dramatis.core.cast.Cast;
import org.dramatis.core.evidence.Episode;
import org.dramatis.core.evidence.Evidence;
import org.dramatis.core.evidence.EvidenceMatrix;
import org.dramatis.core.evidence.EvidenceMatrixBuilder;
import org.dramatis.core.forecast.CastAnswers;
import org.dramatis.core.forecast.Probe;
import org.dramatis.core.number.Weights;
import org.dramatis.core.prior.PriorEstimate;
import org.dramatis.stage.cast.Questions;
import org.dramatis.stage.cast.WorldCast;
import org.dramatis.stage.cast.WorldProbe;
import org.dramatis.stage.world.World;
import org.dramatis.store.data.Row;
import org.dramatis.store.data.Turns;

/**
 * Where every forecast of one base model starts from: the cast, the probes, how each persona would answer them, and who the bare
 * assistant is.
 *
 * @param habits of every probe, in order
 */
public record StartingPoint(
        World world, Cast cast, List<WorldProbe> probes, List<CastAnswers> habits, Weights prior, CastScorer scorer) {
    private static final int TOPICS = 1;
    private static final int REPLIES = 10;
    private static final double LEVEL = .95;

    /** @param frames of each persona */
    public static StartingPoint of(World world, ChatModel model, int frames, long seed) {
        Cast cast = WorldCast.of(world, frames);
        CastScorer scorer = new CastScorer(cast, model.framing(), model.scorer());
        List<WorldProbe> probes = WorldProbe.of(world, TOPICS);
        List<CastAnswers> habits = new ProbeReader(scorer.frames()).cast(cast, questions(probes));
        PriorEstimate prior = new BarePrior(scorer, model, Questions.of(world)).estimate(REPLIES, LEVEL, seed);
        return new StartingPoint(world, cast, probes, habits, prior.smoothed(), scorer);
    }

    public List<Probe> questions() {
        return questions(probes);
    }

    private static List<Probe> questions(List<WorldProbe> probes) {
        return probes.stream().map(WorldProbe::probe).toList();
    }

    /** What the replies of a data set say about the cast. */
    EvidenceMatrix evidence(List<Row> rows) {
        List<Episode> episodes = new ArrayList<>();
        for (Row row : rows) {
            switch (row) {
                case Row.Chat chat -> episodes.addAll(chat.episodes(Turns.LAST));
                case Row.Preference pair ->
                    throw new IllegalArgumentException(
                            pair.origin() + " is a pair: forecasts are made of replies here");
                case Row.Document document ->
                    throw new IllegalArgumentException(
                            document.origin() + " is no reply: forecasts are made of replies here");
            }
        }
        EvidenceMatrixBuilder evidence = EvidenceMatrix.builder(cast.size());
        for (Evidence each : scorer.evidence(episodes)) {
            switch (each) {
                case Evidence.Scored scored -> evidence.add(scored.logLikelihoods());
                case Evidence.Unscorable(var episode, var reason) ->
                    throw new IllegalArgumentException(episode + " cannot be scored: " + reason.detail());
            }
        }
        return evidence.build();
    }

    /** How likely a mixture of personas gives each answer of each probe. */
    List<Weights> answers(Weights weights) {
        List<Weights> answers = new ArrayList<>();
        for (CastAnswers habit : habits) {
            double[] mixed = new double[habit.probe().answers().size()];
            for (int b = 0; b < mixed.length; b++) {
                for (int k = 0; k < cast.size(); k++) {
                    mixed[b] += weights.at(k) * habit.probability(k, b);
                }
            }
            answers.add(Weights.of(mixed));
        }
        return answers;
    }

    /** The places of the probes that ask about a domain, about other domains, or about the speaker. */
    List<Integer> places(Group group, Set<String> trained) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < probes.size(); i++) {
            if (group.holds(probes.get(i), trained)) {
                places.add(i);
            }
        }
        return places;
    }
}
