package org.dramatis.lab.experiment;

import java.util.List;
import org.dramatis.audit.data.ScoredData;
import org.dramatis.core.selection.ObservedRun;
import org.dramatis.lab.course.Course;
import org.dramatis.lab.forecast.Forecaster;
import org.dramatis.lab.posttrain.Posttraining.Look;

/** A data set that was trained to learn how fast its course moves who speaks. */
public record Pilot(Course course, ScoredData data, Forecaster forecaster, List<Look> observed) {
    public Pilot {
        observed = List.copyOf(observed);
    }

    public ObservedRun run(Forecaster.Method method) {
        return forecaster.run(method, data, observed, 1);
    }
}
