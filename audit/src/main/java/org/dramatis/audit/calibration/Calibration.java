package org.dramatis.audit.calibration;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dramatis.core.number.Estimate;
import org.dramatis.core.number.Interval;
import org.dramatis.core.selection.RatePosterior;

/**
 * The rate eta of selection, as it was fitted to real training runs.
 *
 * @param name of the calibration, with its version
 * @param fittedTo which runs on which model, for readers
 * @param rate eta a step, with its interval
 * @param learningRate of those runs: eta is taken to be proportional to it
 * @param record how forecasts at this rate fared in real trainings, where that was measured
 * @param baseRates by how much each behaviour shifted on average in real trainings, whatever the data; empty where nobody looked
 */
public record Calibration(
        String name,
        String fittedTo,
        Estimate rate,
        double learningRate,
        Optional<TrackRecord> record,
        SortedMap<String, Double> baseRates) {
    public Calibration {
        baseRates = Collections.unmodifiableSortedMap(new TreeMap<>(baseRates));
        if (!(learningRate > 0) || Double.isInfinite(learningRate)) {
            throw new IllegalArgumentException("calibration '" + name + "' has learning rate " + learningRate
                    + ": it must be positive and finite");
        }
    }

    /** Of which nothing but the rate is known. */
    public Calibration(String name, String fittedTo, Estimate rate, double learningRate) {
        this(name, fittedTo, rate, learningRate, Optional.empty(), Collections.emptySortedMap());
    }

    /** Eta a step of a run at another learning rate. */
    public RatePosterior at(double otherLearningRate) {
        double factor = otherLearningRate / learningRate;
        Interval interval = rate.interval();
        return RatePosterior.logNormal(new Estimate(
                factor * rate.point(),
                new Interval(factor * interval.low(), factor * interval.high(), interval.level())));
    }
}
