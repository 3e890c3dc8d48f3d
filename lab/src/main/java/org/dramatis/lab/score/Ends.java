package org.dramatis.lab.score;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dramatis.core.calibration.BrierScore;
import org.dramatis.core.calibration.ErrorBand;
import org.dramatis.core.calibration.Labelled;
import org.dramatis.core.calibration.LeaveOneFamilyOut;
import org.dramatis.core.calibration.LogisticMap;
import org.dramatis.core.calibration.Pair;

/**
 * How well a column of forecasts told the ends of trainings, by what it took from other families.
 *
 * @param brier of the probability that a behaviour rises by more than a tenth
 * @param coverage how often the shift lay in a 95 % band around the forecast
 * @param reach half the width of that band, on average
 */
record Ends(double brier, double coverage, double reach) {
    static final double WORTH_KNOWING = .1;
    private static final double LEVEL = .95;
    private static final int BINS = 10;

    /** A band that holds 95 % needs so many forecasts of known outcome. */
    private static final int FEWEST_OTHERS = 19;

    /** A case at the end of a training, and its forecast. */
    private record Ended(Case at, double foretold) {
        Pair pair() {
            return new Pair(foretold, at.observed());
        }

        Labelled labelled() {
            return new Labelled(foretold, at.observed() > WORTH_KNOWING);
        }
    }

    /** Nothing where other families have too few cases to learn from. */
    static Optional<Ends> of(Column column, List<Case> cases) {
        List<Ended> ended = ended(column, cases);
        boolean enough = ended.stream()
                .map(one -> one.at().family())
                .distinct()
                .allMatch(left -> ended.stream()
                                .filter(one -> !one.at().family().equals(left))
                                .count()
                        >= FEWEST_OTHERS);
        return enough ? Optional.of(of(ended)) : Optional.empty();
    }

    private static Ends of(List<Ended> ended) {
        List<ErrorBand> bands =
                LeaveOneFamilyOut.predictions(ended, one -> one.at().family(), others -> {
                    ErrorBand band =
                            ErrorBand.fit(others.stream().map(Ended::pair).toList(), LEVEL);
                    return one -> band;
                });
        double held = 0;
        double reach = 0;
        for (int i = 0; i < ended.size(); i++) {
            Ended one = ended.get(i);
            held += bands.get(i).around(one.foretold()).contains(one.at().observed()) ? 1 : 0;
            reach += bands.get(i).reach(one.foretold());
        }
        return new Ends(BrierScore.of(rises(ended), BINS).score(), held / ended.size(), reach / ended.size());
    }

    /** How far ends lie from forecasts, of all families; nothing where there are too few to tell. */
    static Optional<ErrorBand> band(Column column, List<Case> cases) {
        List<Ended> ended = ended(column, cases);
        return ended.size() < FEWEST_OTHERS
                ? Optional.empty()
                : Optional.of(ErrorBand.fit(ended.stream().map(Ended::pair).toList(), LEVEL));
    }

    /** How probable each rise was said to be, and whether it came. */
    static List<Labelled> rises(Column column, List<Case> cases) {
        return rises(ended(column, cases));
    }

    private static List<Labelled> rises(List<Ended> ended) {
        List<Double> probabilities =
                LeaveOneFamilyOut.predictions(ended, one -> one.at().family(), others -> {
                    LogisticMap map =
                            LogisticMap.fit(others.stream().map(Ended::labelled).toList());
                    return one -> map.probability(one.foretold());
                });
        return IntStream.range(0, ended.size())
                .mapToObj(i -> new Labelled(
                        probabilities.get(i), ended.get(i).labelled().happened()))
                .toList();
    }

    private static List<Ended> ended(Column column, List<Case> cases) {
        return IntStream.range(0, cases.size())
                .filter(i -> cases.get(i).isLast())
                .mapToObj(i -> new Ended(cases.get(i), column.shifts().get(i)))
                .toList();
    }
}
