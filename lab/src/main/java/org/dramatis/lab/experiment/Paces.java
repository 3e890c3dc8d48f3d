package org.dramatis.lab.experiment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dramatis.core.selection.ObservedRun;
import org.dramatis.core.selection.RateFit;
import org.dramatis.core.selection.RatePosterior;
import org.dramatis.lab.course.Course;
import org.dramatis.lab.forecast.Forecaster;

/** How fast courses move who speaks: as their pilots tell, or as those of another course, by how much faster it learns. */
public final class Paces {
    private static final double SLOWEST = 1e-3;
    private static final double FASTEST = 1e4;

    private final Experiment experiment;
    private final Map<String, RatePosterior> rates = new LinkedHashMap<>();

    public Paces(Experiment experiment, List<Pilot> pilots) {
        this.experiment = experiment;
        for (Course course : experiment.courses()) {
            if (course.paced().isEmpty()) {
                List<ObservedRun> runs = pilots.stream()
                        .filter(pilot -> pilot.course().equals(course))
                        .map(pilot -> pilot.run(Forecaster.Method.FIELD))
                        .toList();
                rates.put(course.name(), RateFit.fit(runs, SLOWEST, FASTEST));
            }
        }
    }

    double rate(Course course) {
        return fitted(course).estimate(.95).point() * experiment.factor(course);
    }

    /** The rate of the course whose pilots tell. */
    public RatePosterior fitted(Course course) {
        return Objects.requireNonNull(rates.get(experiment.pacing(course).name()), "every pace has pilots");
    }
}
