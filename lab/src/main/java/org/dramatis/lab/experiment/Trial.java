package org.dramatis.lab.experiment;

import java.util.List;
import org.dramatis.audit.data.ScoredData;
import org.dramatis.lab.forecast.Forecaster;
import org.dramatis.lab.posttrain.Posttraining.Look;
import org.dramatis.stage.world.Recipe;
import org.dramatis.store.data.Row;

/**
 * One data set, forecast and then really trained.
 *
 * @param family that it belongs to
 * @param recipe of its data
 * @param rows of its data
 * @param data what they say
 * @param forecaster for the way in which it was trained
 * @param forecast after the steps of the looks, at the rate of the pilots
 * @param beforehand whether a forecast was on disk before the training began
 * @param observed the looks themselves; the first is before training
 */
public record Trial(
        Family family,
        Recipe recipe,
        long seed,
        List<Row> rows,
        ScoredData data,
        Forecaster forecaster,
        List<Look> forecast,
        boolean beforehand,
        List<Look> observed) {
    public Trial {
        rows = List.copyOf(rows);
        forecast = List.copyOf(forecast);
        observed = List.copyOf(observed);
        List<Integer> foretold = forecast.stream().map(Look::step).toList();
        List<Integer> seen = observed.stream().map(Look::step).toList();
        if (!foretold.equals(seen)) {
            throw new IllegalArgumentException("trial of '" + recipe.id() + "' was forecast at steps " + foretold
                    + " and observed at " + seen + ": they must be the same");
        }
    }
}
