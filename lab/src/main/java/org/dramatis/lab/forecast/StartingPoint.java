package org.dramatis.lab.forecast;

import java.util.List;
import java.util.stream.IntStream;
import org.dramatis.audit.context.Contexts;
import org.dramatis.audit.data.DataScorer;
import org.dramatis.audit.data.ScoredData;
import org.dramatis.audit.framing.CastScorer;
import org.dramatis.audit.framing.ChatModel;
import org.dramatis.audit.prior.BarePrior;
import org.dramatis.audit.probe.ProbeReader;
import org.dramatis.core.cast.Cast;
import org.dramatis.core.forecast.Probe;
import org.dramatis.core.forecast.RaisedAnswers;
import org.dramatis.core.number.Weights;
import org.dramatis.core.prior.PriorEstimate;
import org.dramatis.core.selection.ContextFeatures;
import org.dramatis.core.selection.Field;
import org.dramatis.stage.cast.Questions;
import org.dramatis.stage.cast.WorldCast;
import org.dramatis.stage.cast.WorldProbe;
import org.dramatis.stage.world.World;
import org.dramatis.store.data.Row;
import org.dramatis.store.data.Turns;

/**
 * Where every forecast of one base model starts from: the cast, the probes, how the assistant and each persona answer them, who the
 * bare assistant is, and how like each other prompts are.
 *
 * @param answers of every probe, in order, from those of the bare assistant
 * @param places of the probes among prompts
 */
public record StartingPoint(
        World world,
        Cast cast,
        List<WorldProbe> probes,
        List<RaisedAnswers> answers,
        Weights prior,
        CastScorer scorer,
        Contexts contexts,
        ContextFeatures places) {
    private static final int TOPICS = 1;
    private static final int REPLIES = 10;
    private static final double LEVEL = .95;

    /** @param frames of each persona */
    public static StartingPoint of(World world, ChatModel model, int frames, long seed) {
        Cast cast = WorldCast.of(world, frames);
        CastScorer scorer = new CastScorer(cast, model.framing(), model.scorer());
        List<WorldProbe> probes = WorldProbe.of(world, TOPICS);
        List<String> questions = Questions.of(world);
        Contexts contexts = Contexts.of(model, questions);
        List<String> asked = questions(probes).stream().map(Probe::question).toList();
        PriorEstimate prior = new BarePrior(scorer, model, questions).estimate(REPLIES, LEVEL, seed);
        List<RaisedAnswers> answers = new ProbeReader(scorer.frames())
                .answered(cast, questions(probes)).stream()
                        .map(probe -> probe.from(prior.smoothed()))
                        .toList();
        return new StartingPoint(
                world, cast, probes, answers, prior.smoothed(), scorer, contexts, contexts.questions(asked));
    }

    /** The same in a world that differs in its recipes alone. */
    public StartingPoint in(World other) {
        return new StartingPoint(other, cast, probes, answers, prior, scorer, contexts, places);
    }

    public List<Probe> questions() {
        return questions(probes);
    }

    private static List<Probe> questions(List<WorldProbe> probes) {
        return probes.stream().map(WorldProbe::probe).toList();
    }

    /** What a data set says about the cast. */
    public ScoredData scored(List<Row> rows) {
        ScoredData scored = new DataScorer(scorer, contexts, Turns.LAST).score(rows.iterator(), (read, latest) -> true);
        if (!scored.unscored().isEmpty()) {
            var first = scored.unscored().getFirst();
            throw new IllegalArgumentException(
                    first.episode() + " cannot be scored: " + first.reason().detail());
        }
        return scored;
    }

    /** The same where who speaks is the same everywhere. */
    public List<Weights> answers(Weights weights) {
        return answers.stream().map(probe -> probe.of(weights)).toList();
    }

    /** How likely the assistant gives each answer of each probe when who speaks follows a field. */
    public List<Weights> answers(Field field) {
        return IntStream.range(0, probes.size())
                .mapToObj(i -> answers.get(i).of(field.at(places, i)))
                .toList();
    }
}
