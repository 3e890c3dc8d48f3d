package org.dramatis.lab.score;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dramatis.core.calibration.LeaveOneFamilyOut;

/**
 * Turns a score into a forecast of a shift: the straight line through the cases of other families, one for each look and kind of case.
 * Where a case has no score, it is the mean of those cases.
 *
 * @param kind cases of one kind share a line
 */
record Regression(Function<Case, Object> kind, Function<Case, Optional<Double>> score) {
    /** A line belongs to a look and a kind. */
    private record Line(int look, Object kind) {}

    private record Scored(Case at, Optional<Double> score) {}

    private record Fit(double slope, double meanScore, double meanShift) {
        static Fit to(List<Scored> cases) {
            double shift = cases.stream()
                    .mapToDouble(one -> one.at().observed())
                    .average()
                    .orElse(0);
            List<Scored> known =
                    cases.stream().filter(one -> one.score().isPresent()).toList();
            double score = known.stream()
                    .mapToDouble(one -> one.score().orElseThrow())
                    .average()
                    .orElse(0);
            double squares = 0;
            double products = 0;
            for (Scored one : known) {
                double x = one.score().orElseThrow() - score;
                squares += x * x;
                products += x * (one.at().observed() - shift);
            }
            return new Fit(squares == 0 ? 0 : products / squares, score, shift);
        }

        double at(Optional<Double> score) {
            return score.map(known -> meanShift + slope * (known - meanScore)).orElse(meanShift);
        }
    }

    Column column(String name, String key, List<Case> cases) {
        List<Scored> scored =
                cases.stream().map(one -> new Scored(one, score.apply(one))).toList();
        return new Column(
                name, key, LeaveOneFamilyOut.predictions(scored, one -> one.at().family(), this::learnt));
    }

    private Function<Scored, Double> learnt(List<Scored> others) {
        Map<Line, Fit> fits = new HashMap<>();
        others.stream()
                .collect(Collectors.groupingBy(this::line))
                .forEach((line, cases) -> fits.put(line, Fit.to(cases)));
        return one -> Optional.ofNullable(fits.get(line(one)))
                .map(fit -> fit.at(one.score()))
                .orElse(0.0);
    }

    private Line line(Scored one) {
        return new Line(one.at().look(), kind.apply(one.at()));
    }
}
