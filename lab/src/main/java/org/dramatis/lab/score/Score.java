package org.dramatis.lab.score;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dramatis.core.calibration.Correlation;
import org.dramatis.core.calibration.Labelled;
import org.dramatis.core.calibration.Pair;
import org.dramatis.core.calibration.Ranking;
import org.dramatis.core.calibration.RootMeanSquareError;
import org.dramatis.core.number.Measured;

/**
 * How well a column of forecasts fared.
 *
 * @param correlation of forecast and observed shifts, over all looks
 * @param error root of their mean squared difference
 * @param auroc how well the forecast tells what emerged from what did not
 * @param ends of trainings, where there are other families to learn from
 */
record Score(Column column, Measured<Double> correlation, double error, Measured<Double> auroc, Optional<Ends> ends) {
    static Score of(Column column, List<Case> cases, Emergence emergence) {
        List<Pair> pairs = IntStream.range(0, cases.size())
                .mapToObj(i -> new Pair(column.shifts().get(i), cases.get(i).observed()))
                .toList();
        return new Score(
                column,
                Correlation.pearson(pairs),
                RootMeanSquareError.of(pairs),
                auroc(column, cases, emergence),
                Ends.of(column, cases));
    }

    private static Measured<Double> auroc(Column column, List<Case> cases, Emergence emergence) {
        List<Labelled> labelled = emergence.labelled(cases, column.shifts());
        return labelled.isEmpty()
                ? Measured.unmeasurable("nothing could emerge where only what is wanted was trained")
                : new Ranking(labelled).auroc();
    }

    static long families(List<Case> cases) {
        return cases.stream().map(Case::family).distinct().count();
    }
}
