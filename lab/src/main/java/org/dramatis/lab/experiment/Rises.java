package org.dramatis.lab.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.dramatis.audit.calibration.TrackRecord;
import org.dramatis.core.calibration.BrierScore;
import org.dramatis.core.calibration.Labelled;
import org.dramatis.core.calibration.LeaveOneFamilyOut;
import org.dramatis.core.calibration.LogisticMap;
import org.dramatis.core.calibration.Reliability;
import org.dramatis.core.forecast.Baselines;

/**
 * Which behaviours rose by more than a tenth by the end of the trainings, how probable the forecasts made it, and how much each rose
 * on average.
 *
 * <p>The forecast is a shift. What probability goes with one is learnt from the other data sets, never from trainings on the same.
 */
record Rises(Outcome outcome) {
    private static final double WORTH_KNOWING = .1;
    private static final int BINS = 10;

    private record Case(String recipe, String persona, double foretold, double observed) {
        Labelled labelled() {
            return new Labelled(foretold, observed > WORTH_KNOWING);
        }
    }

    /** How probable each rise was said to be, and whether it came; empty where there is but one data set. */
    List<Labelled> forecasts() {
        List<Case> cases = cases();
        if (cases.stream().map(Case::recipe).distinct().count() < 2) {
            return List.of();
        }
        List<Double> probabilities = LeaveOneFamilyOut.predictions(cases, Case::recipe, others -> {
            LogisticMap map =
                    LogisticMap.fit(others.stream().map(Case::labelled).toList());
            return one -> map.probability(one.foretold());
        });
        return IntStream.range(0, cases.size())
                .mapToObj(i -> new Labelled(
                        probabilities.get(i), cases.get(i).labelled().happened()))
                .toList();
    }

    Optional<TrackRecord> record() {
        List<Labelled> forecasts = forecasts();
        return forecasts.isEmpty()
                ? Optional.empty()
                : Optional.of(TrackRecord.of(
                        "a behaviour rises by more than a tenth",
                        outcome.trials().size() + " trainings on "
                                + String.join(" and ", outcome.experiment().recipes())
                                + ", what probability goes with a shift being learnt from the other data",
                        Reliability.of(forecasts, BINS)));
    }

    Optional<BrierScore> brier() {
        List<Labelled> forecasts = forecasts();
        return forecasts.isEmpty() ? Optional.empty() : Optional.of(BrierScore.of(forecasts, BINS));
    }

    /** By how much the answers of each persona rose on average, whatever the data. */
    SortedMap<String, Double> baseRates() {
        return Baselines.baseRates(cases().stream()
                .map(one -> new Baselines.ObservedShift(one.persona(), one.observed()))
                .toList());
    }

    private List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (Trial trial : outcome.trials()) {
            for (Group group : Group.values()) {
                List<Integer> probes = outcome.start().places(group, outcome.trained(trial));
                for (int k = 0;
                        !probes.isEmpty()
                                && k < outcome.start().world().personas().size();
                        k++) {
                    cases.add(new Case(
                            trial.recipe(),
                            outcome.start().world().personas().get(k).id().value(),
                            Trial.shift(trial.forecast(), probes, k),
                            Trial.shift(trial.observed(), probes, k)));
                }
            }
        }
        return cases;
    }
}
