package org.dramatis.audit.calibration;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dramatis.core.calibration.ErrorBand;
import org.dramatis.core.calibration.LogisticMap;
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
 * @param rows from the log-odds that one of the unwanted says a row to the probability of it
 * @param band how far what happens lies from a forecast shift, where that was measured
 * @param baseRates by how much each behaviour shifted on average in real trainings, whatever the data; empty where nobody looked
 */
public record Calibration(
        String name,
        String fittedTo,
        Estimate rate,
        double learningRate,
        LogisticMap rows,
        Optional<TrackRecord> record,
        Optional<ErrorBand> band,
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
        this(
                name,
                fittedTo,
                rate,
                learningRate,
                LogisticMap.AS_STATED,
                Optional.empty(),
                Optional.empty(),
                Collections.emptySortedMap());
    }

    /** The same with another map of rows. */
    public Calibration withRows(LogisticMap other) {
        return new Calibration(name, fittedTo, rate, learningRate, other, record, band, baseRates);
    }

    /** A forecast shift with an interval that also holds how far trainings lay from such forecasts, where that was measured. */
    public Estimate widened(Estimate shift) {
        Interval drawn = shift.interval();
        return band.map(known -> known.reach(shift.point()))
                .map(reach -> new Estimate(
                        shift.point(),
                        new Interval(
                                Math.min(drawn.low(), shift.point() - reach),
                                Math.max(drawn.high(), shift.point() + reach),
                                drawn.level())))
                .orElse(shift);
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
