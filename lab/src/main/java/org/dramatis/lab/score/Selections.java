package org.dramatis.lab.score;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import org.dramatis.core.selection.ObservedRun;
import org.dramatis.core.selection.RateFit;
import org.dramatis.core.selection.RatePosterior;
import org.dramatis.core.selection.RateScan;
import org.dramatis.lab.course.Course;
import org.dramatis.lab.experiment.Outcome;
import org.dramatis.lab.experiment.Pilot;
import org.dramatis.lab.experiment.Trial;
import org.dramatis.lab.forecast.Forecaster.Method;
import org.dramatis.lab.posttrain.Posttraining.Look;

/**
 * Forecasts of all trials by one method at rates fitted to trials: one for all courses of a pace.
 *
 * <p>Pilots count among the trials that a rate is fitted to, and belong to no family.
 */
final class Selections {
    private static final double SLOWEST = 1e-2;
    private static final double FASTEST = 1e3;

    private final Outcome outcome;
    private final Method method;
    private final Map<String, Paced> paced = new LinkedHashMap<>();

    /**
     * The trainings of one pace.
     *
     * @param families of each, the empty name for pilots
     */
    private record Paced(List<String> families, List<ObservedRun> runs, RateScan scan) {}

    Selections(Outcome outcome, Method method) {
        this.outcome = outcome;
        this.method = method;
        for (Course course : outcome.experiment().courses()) {
            if (course.paced().isEmpty()) {
                paced.put(course.name(), paced(course.name()));
            }
        }
    }

    private Paced paced(String pace) {
        List<String> families = new ArrayList<>();
        List<ObservedRun> runs = new ArrayList<>();
        for (Pilot pilot : outcome.pilots()) {
            if (pilot.course().name().equals(pace)) {
                families.add("");
                runs.add(pilot.run(method));
            }
        }
        for (Trial trial : outcome.trials()) {
            if (pace(trial).equals(pace)) {
                families.add(trial.family().name());
                runs.add(trial.forecaster().run(method, trial.data(), trial.observed(), factor(trial)));
            }
        }
        return new Paced(families, runs, RateScan.of(runs, SLOWEST, FASTEST));
    }

    private String pace(Trial trial) {
        return outcome.experiment().pacing(course(trial)).name();
    }

    private Course course(Trial trial) {
        return outcome.experiment().course(trial.family().course());
    }

    private double factor(Trial trial) {
        return outcome.experiment().factor(course(trial));
    }

    /** The rate of a course's pace, fitted to everything, with its uncertainty. */
    RatePosterior fitted(Course course) {
        return RateFit.fit(runs(outcome.experiment().pacing(course).name()).runs(), SLOWEST, FASTEST);
    }

    /** At rates fitted to everything, the trial itself too. */
    Column pooled(String name, String key, List<Case> cases) {
        return column(name, key, cases, (family, other) -> true);
    }

    /** At rates fitted to pilots and other families. */
    Column leftOut(String name, String key, List<Case> cases) {
        return column(name, key, cases, (family, other) -> !other.equals(family));
    }

    private Column column(String name, String key, List<Case> cases, BiPredicate<String, String> fits) {
        Map<Trial, List<Look>> forecasts = new HashMap<>();
        return new Column(
                name,
                key,
                cases.stream()
                        .map(one -> one.shift(forecasts.computeIfAbsent(one.trial(), trial -> forecast(trial, fits))))
                        .toList());
    }

    private List<Look> forecast(Trial trial, BiPredicate<String, String> fits) {
        return trial.forecaster()
                .forecast(method, trial.data(), rate(pace(trial), trial.family().name(), fits) * factor(trial));
    }

    private double rate(String pace, String family, BiPredicate<String, String> fits) {
        Paced runs = runs(pace);
        return runs.scan()
                .best(IntStream.range(0, runs.families().size())
                        .filter(run -> fits.test(family, runs.families().get(run)))
                        .boxed()
                        .toList());
    }

    private Paced runs(String pace) {
        return Objects.requireNonNull(paced.get(pace), "every pace has pilots");
    }
}
