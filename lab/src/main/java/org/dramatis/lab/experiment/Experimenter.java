package org.dramatis.lab.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.dramatis.lab.course.Course;
import org.dramatis.lab.course.Trainings;
import org.dramatis.lab.forecast.DataSets;
import org.dramatis.lab.forecast.DataSets.DataSet;
import org.dramatis.lab.forecast.ForecastFile;
import org.dramatis.lab.forecast.Forecaster;
import org.dramatis.lab.forecast.StartingPoint;
import org.dramatis.lab.posttrain.Posttraining.Look;
import org.dramatis.stage.world.Recipe;

/**
 * Runs an experiment: trains the pilots, fits the rates to them, then forecasts every other data set, writes the forecast down, and
 * only then trains on it. A training is done once, also for another experiment in the same folder.
 *
 * @param start in the world of the experiment
 * @param out a folder for everything that is written
 */
public record Experimenter(StartingPoint start, DataSets sets, Trainings trainings, Path out) {
    /** Pilots of so many seeds, at most. */
    private static final int PILOT_SEEDS = 2;

    /** @param said is told what is being done */
    public Outcome run(Experiment experiment, int seeds, Consumer<String> said, BooleanSupplier stop) {
        List<Pilot> pilots = new ArrayList<>();
        for (Course course : experiment.courses()) {
            pilots.addAll(pilots(course, Math.min(seeds, PILOT_SEEDS), said, stop));
        }
        Paces paces = new Paces(experiment, pilots);
        // Seed by seed, so that a run that is stopped has seen all data sets rather than all of a few.
        List<Trial> trials = new ArrayList<>();
        int all = experiment.families().stream()
                .mapToInt(family -> family.sets().size())
                .sum();
        for (int seed = 1; seed <= seeds; seed++) {
            int at = 0;
            for (Family family : experiment.families()) {
                Course course = experiment.course(family.course());
                double rate = paces.rate(course);
                for (String recipe : family.sets()) {
                    said.accept("seed " + seed + " of " + seeds + ", data set " + ++at + " of " + all + ": " + recipe
                            + ", " + course.name());
                    trials.add(trial(family, start.world().recipe(recipe), course, seed, rate, stop));
                }
            }
        }
        return new Outcome(experiment, start, seeds, paces, pilots, trials);
    }

    private List<Pilot> pilots(Course course, int seeds, Consumer<String> said, BooleanSupplier stop) {
        List<Pilot> pilots = new ArrayList<>();
        for (String recipe : course.pilots()) {
            for (int seed = 1; seed <= seeds; seed++) {
                said.accept("pilot " + recipe + ", " + course.name() + ", seed " + seed + " of " + seeds);
                DataSet data = sets.of(start.world().recipe(recipe), seed);
                List<Look> observed =
                        trainings.looks(course, seed, data.file(), data.rows(), folder(course, recipe, seed), stop);
                pilots.add(new Pilot(course, data.scored(), forecaster(course, seed), observed));
            }
        }
        return pilots;
    }

    private Trial trial(Family family, Recipe recipe, Course course, long seed, double rate, BooleanSupplier stop) {
        DataSet data = sets.of(recipe, seed);
        Forecaster forecaster = forecaster(course, seed);
        List<Look> forecast = forecaster.forecast(data.scored(), rate);
        Path folder = folder(course, recipe.id(), seed);
        boolean beforehand =
                ForecastFile.keep(folder.resolve("forecast.json"), start, rate, forecast, !Trainings.isBegun(folder));
        List<Look> observed = trainings.looks(course, seed, data.file(), data.rows(), folder, stop);
        return new Trial(family, recipe, seed, data.rows(), data.scored(), forecaster, forecast, beforehand, observed);
    }

    private Forecaster forecaster(Course course, long seed) {
        return new Forecaster(start, course.plan(seed), course.every());
    }

    private Path folder(Course course, String recipe, long seed) {
        return out.resolve(course.name()).resolve(recipe + "-" + seed);
    }
}
