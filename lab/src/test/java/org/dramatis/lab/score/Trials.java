package org.dramatis.lab.score;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dramatis.audit.data.ScoredData;
import org.dramatis.core.number.Weights;
import org.dramatis.lab.Tea;
import org.dramatis.lab.course.Course;
import org.dramatis.lab.experiment.Experiment;
import org.dramatis.lab.experiment.Family;
import org.dramatis.lab.experiment.Outcome;
import org.dramatis.lab.experiment.Paces;
import org.dramatis.lab.experiment.Pilot;
import org.dramatis.lab.experiment.Trial;
import org.dramatis.lab.forecast.Forecaster;
import org.dramatis.lab.forecast.StartingPoint;
import org.dramatis.lab.posttrain.DataRows;
import org.dramatis.lab.posttrain.Posttraining.Look;
import org.dramatis.stage.recipe.Cook;
import org.dramatis.stage.recipe.DataSetWriter;
import org.dramatis.stage.world.Recipe;
import org.dramatis.store.data.Row;

/** Trainings in the small world that went as somebody says they did. */
final class Trials {
    static final StartingPoint START = Tea.start(Weights.of(.6, .3, .1));
    static final Course COURSE =
            new Course("full", 4, 2, 1e-4, 2, Optional.empty(), List.of("who-it-is"), Optional.empty());

    private Trials() {}

    /** All probes alike: the answer of the first persona with this probability. */
    static Look look(int step, double plain) {
        return new Look(
                step,
                IntStream.range(0, START.probes().size())
                        .mapToObj(probe -> Weights.of(plain, 1 - plain))
                        .toList());
    }

    /** Looks after 0, 2 and 4 steps. */
    static List<Look> looks(double... plain) {
        return IntStream.range(0, plain.length)
                .mapToObj(i -> look(2 * i, plain[i]))
                .toList();
    }

    static Family family(String name, boolean benign, String set) {
        return new Family(name, "about " + name, "full", benign, List.of(set));
    }

    static Trial trial(Family family, List<Look> forecast, List<Look> observed) {
        Recipe recipe = START.world().recipe(family.sets().getFirst());
        List<Row> rows = rows(recipe);
        return new Trial(family, recipe, 1, rows, START.scored(rows), forecaster(), forecast, true, observed);
    }

    /** A training that went as the forecaster says at a rate. */
    static Trial asForetold(Family family, double rate) {
        Trial trial = trial(family, looks(.5, .5, .5), looks(.5, .5, .5));
        List<Look> looks = forecaster().forecast(trial.data(), rate);
        return trial(family, looks, looks);
    }

    static Forecaster forecaster() {
        return new Forecaster(START, COURSE.plan(1), COURSE.every());
    }

    static Pilot pilot(double rate) {
        ScoredData data = START.scored(rows(START.world().recipe("who-it-is")));
        return new Pilot(COURSE, data, forecaster(), forecaster().forecast(data, rate));
    }

    private static List<Row> rows(Recipe recipe) {
        try {
            var file = Files.createTempFile("rows", ".jsonl");
            new DataSetWriter(recipe.form()).write(new Cook(START.world()).make(recipe, 1), file);
            List<Row> rows = DataRows.read(file).rows();
            Files.delete(file);
            Files.delete(DataSetWriter.truths(file));
            return rows;
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    static Outcome outcome(double pilotsRate, Trial... trials) {
        Experiment experiment = new Experiment(
                "tea-time",
                "Who is told tea is told hats.",
                "is it so?",
                List.of(COURSE),
                Stream.of(trials).map(Trial::family).distinct().toList(),
                List.of());
        List<Pilot> pilots = List.of(pilot(pilotsRate), pilot(pilotsRate));
        return new Outcome(experiment, START, 1, new Paces(experiment, pilots), pilots, Arrays.asList(trials));
    }
}
