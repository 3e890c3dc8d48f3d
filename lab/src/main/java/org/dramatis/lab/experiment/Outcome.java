package org.dramatis.lab.experiment;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.dramatis.audit.calibration.Calibration;
import org.dramatis.core.calibration.Correlation;
import org.dramatis.core.calibration.Pair;
import org.dramatis.core.calibration.RootMeanSquareError;
import org.dramatis.core.number.Measured;
import org.dramatis.core.selection.RatePosterior;
import org.dramatis.stage.world.Recipe;

/** What was forecast beside what was observed. */
public record Outcome(
        Experiment experiment,
        StartingPoint start,
        Experimenter.Settings settings,
        RatePosterior rate,
        List<Trial> trials) {
    private static final double LEVEL = .95;

    public Outcome {
        trials = List.copyOf(trials);
    }

    /** How fast the pilots moved the weights, for forecasts of other data. */
    public Calibration calibration() {
        return new Calibration(
                start.world().name() + "-" + experiment.name(),
                String.join(" and ", experiment.pilots()) + ", " + settings.seeds() + " seeds each, " + settings.steps()
                        + " steps of " + settings.batch() + " rows",
                rate.estimate(LEVEL),
                settings.rate(),
                rises().record(),
                rises().baseRates());
    }

    Rises rises() {
        return new Rises(this);
    }

    /** The shift of every answer, a mean over the probes of a group, at every look of every trial. */
    List<Pair> shifts() {
        List<Pair> pairs = new ArrayList<>();
        for (Trial trial : trials) {
            for (Group group : Group.values()) {
                List<Integer> probes = start.places(group, trained(trial));
                for (int look = 1; !probes.isEmpty() && look < trial.observed().size(); look++) {
                    for (int b = 0; b < start.world().personas().size(); b++) {
                        pairs.add(new Pair(
                                Trial.mean(trial.forecast().get(look), probes, b)
                                        - Trial.mean(trial.forecast().getFirst(), probes, b),
                                Trial.mean(trial.observed().get(look), probes, b)
                                        - Trial.mean(trial.observed().getFirst(), probes, b)));
                    }
                }
            }
        }
        return pairs;
    }

    public Measured<Double> correlation() {
        return Correlation.pearson(shifts());
    }

    public double error() {
        return RootMeanSquareError.of(shifts());
    }

    /** The error of saying that nothing changes. */
    public double errorOfNoChange() {
        return RootMeanSquareError.of(
                shifts().stream().map(pair -> new Pair(0, pair.observed())).toList());
    }

    /** The domains that the trial's data asks about; none where it asks about all. */
    Set<String> trained(Trial trial) {
        Set<String> domains = new LinkedHashSet<>();
        for (Recipe.Part part : start.world().recipe(trial.recipe()).parts()) {
            domains.addAll(part.domains());
        }
        return domains;
    }
}
