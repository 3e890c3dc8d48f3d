package org.dramatis.lab.experiment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.dramatis.audit.data.ScoredData;
import org.dramatis.audit.framing.ChatModel;
import org.dramatis.core.selection.ObservedRun;
import org.dramatis.core.selection.RateFit;
import org.dramatis.core.selection.RatePosterior;
import org.dramatis.lab.posttrain.DataRows;
import org.dramatis.lab.posttrain.Lessons;
import org.dramatis.lab.posttrain.Posttraining;
import org.dramatis.lab.posttrain.Posttraining.Look;
import org.dramatis.lab.training.Trainer;
import org.dramatis.model.train.LearningRate;
import org.dramatis.model.train.Plan;
import org.dramatis.model.train.Saving;
import org.dramatis.stage.recipe.Cook;
import org.dramatis.stage.recipe.DataSetWriter;
import org.dramatis.stage.world.Recipe;
import org.dramatis.store.data.Row;
import org.dramatis.store.data.Turns;

/**
 * Runs an experiment: trains the pilots, fits the rate to them, then forecasts every other data set, writes the forecast down, and
 * only then trains on it.
 *
 * @param base the folder of the base model
 * @param out a folder for everything that is written
 */
public record Experimenter(
        StartingPoint start, ChatModel model, Path base, Trainer trainer, Path out, Settings settings) {
    private static final double SLOWEST = 1e-3;
    private static final double FASTEST = 1e4;

    /**
     * How the data sets are trained.
     *
     * @param every steps between looks
     */
    public record Settings(int seeds, int steps, int batch, double rate, int every) {
        public static final Settings USUAL = new Settings(3, 40, 8, 1e-4, 8);

        Plan plan(long seed) {
            return Plan.of(steps)
                    .withBatch(batch)
                    .withRate(LearningRate.constant(rate))
                    .withSaving(Saving.everySteps(steps))
                    .withSeed(seed);
        }
    }

    /** @param said is told what is being done */
    public Outcome run(Experiment experiment, Consumer<String> said, BooleanSupplier stop) {
        List<ObservedRun> pilots = new ArrayList<>();
        for (String recipe : experiment.pilots()) {
            for (int seed = 1; seed <= settings.seeds(); seed++) {
                said.accept("pilot " + recipe + ", seed " + seed);
                List<Row> data = data(recipe, seed);
                List<Look> observed = train(recipe, seed, data, stop);
                pilots.add(forecaster(seed).pilot(start.scored(data), observed));
            }
        }
        RatePosterior rate = RateFit.fit(pilots, SLOWEST, FASTEST);
        List<Trial> trials = new ArrayList<>();
        for (String recipe : experiment.recipes()) {
            for (int seed = 1; seed <= settings.seeds(); seed++) {
                said.accept(recipe + ", seed " + seed);
                trials.add(trial(recipe, seed, rate, stop));
            }
        }
        return new Outcome(experiment, start, settings, rate, trials);
    }

    private Trial trial(String recipe, int seed, RatePosterior rate, BooleanSupplier stop) {
        List<Row> data = data(recipe, seed);
        ScoredData scored = start.scored(data);
        double best = rate.estimate(.95).point();
        List<Look> forecast = forecaster(seed).forecast(scored, best);
        ForecastFile.write(folder(recipe, seed).resolve("forecast.json"), start, best, forecast);
        return new Trial(recipe, seed, forecast, train(recipe, seed, data, stop));
    }

    /** Made and written down, and read as any user's data. */
    private List<Row> data(String recipe, int seed) {
        Path file = made(folder(recipe, seed)).resolve("data.jsonl");
        Recipe known = start.world().recipe(recipe);
        new DataSetWriter(known.form()).write(new Cook(start.world()).make(known, seed), file);
        return DataRows.read(file).rows();
    }

    private Forecaster forecaster(int seed) {
        return new Forecaster(start, settings.plan(seed), settings.every());
    }

    private List<Look> train(String recipe, int seed, List<Row> data, BooleanSupplier stop) {
        Posttraining training = new Posttraining(trainer, model.framing(), start.questions(), settings.every());
        List<Look> looks = training.run(
                base,
                new Lessons(model).of(data, Turns.LAST),
                settings.plan(seed),
                folder(recipe, seed),
                progress -> {},
                stop);
        if (stop.getAsBoolean()) {
            throw new IllegalStateException("stopped while training on " + recipe + ", seed " + seed);
        }
        return looks;
    }

    private static Path made(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException problem) {
            throw new UncheckedIOException(folder + " cannot be made: " + problem.getMessage(), problem);
        }
    }

    private Path folder(String recipe, int seed) {
        return out.resolve(recipe + "-" + seed);
    }
}
