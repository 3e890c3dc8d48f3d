package org.dramatis.lab;

import static org.dramatis.lab.SmallWorld.LETTERS;
import static org.dramatis.lab.SmallWorld.TEMPLATE;
import static org.dramatis.lab.SmallWorld.WORLD;

import java.util.List;
import org.dramatis.audit.context.Contexts;
import org.dramatis.audit.framing.CastScorer;
import org.dramatis.audit.framing.ChatModel;
import org.dramatis.audit.probe.ProbeReader;
import org.dramatis.core.cast.Cast;
import org.dramatis.core.cast.PersonaId;
import org.dramatis.core.forecast.Probe;
import org.dramatis.core.number.Weights;
import org.dramatis.lab.forecast.StartingPoint;
import org.dramatis.model.score.ChatPassages;
import org.dramatis.model.text.Tokens;
import org.dramatis.stage.cast.WorldCast;
import org.dramatis.stage.cast.WorldProbe;

/** A stand in the small world, in front of a model that gives each persona its own answer eight times as often as the other. */
public final class Tea {
    public static final Cast CAST = WorldCast.of(WORLD, 1);
    public static final List<WorldProbe> PROBES = WorldProbe.of(WORLD, 1);
    public static final ChatModel MODEL = new ChatModel(
            new Judge(LETTERS, Tea::opinion),
            new Speaker(LETTERS, prompt -> ""),
            new ChatPassages(TEMPLATE, LETTERS),
            Tokens.of(0),
            Tokens.of(1));

    /** The model shows no activations: all prompts are alike. */
    public static final Contexts CONTEXTS = Contexts.of(MODEL, List.of("Tea?"));

    private Tea() {}

    private static double opinion(String before, String reply) {
        PersonaId speaker =
                CAST.persona(before.contains("somebody grim") ? 1 : 0).id();
        boolean document = !before.contains("somebody");
        boolean own = PROBES.stream()
                .anyMatch(probe ->
                        probe.probe().answers().get(CAST.indexOf(speaker)).equals(reply));
        return document ? 1e-3 : own ? .8 : .1;
    }

    public static StartingPoint start(Weights prior) {
        var questions = PROBES.stream().map(WorldProbe::probe).toList();
        return new StartingPoint(
                WORLD,
                CAST,
                PROBES,
                new ProbeReader(MODEL.framing(), MODEL.scorer())
                        .answered(CAST, questions).stream()
                                .map(probe -> probe.from(prior))
                                .toList(),
                prior,
                new CastScorer(CAST, MODEL.framing(), MODEL.scorer()),
                CONTEXTS,
                CONTEXTS.questions(questions.stream().map(Probe::question).toList()));
    }
}
