package org.dramatis.core.calibration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.dramatis.core.number.Proportion;
import org.dramatis.core.number.Term;

/**
 * The reliability curve: of the forecasts that said about 30 %, how many came true.
 *
 * <p>The bins hold equally many forecasts, as nearly as equal forecasts, which always share a bin, allow.
 *
 * @param bins in order of forecast
 */
public record Reliability(List<Bin> bins) {
    /**
     * Forecasts of about one size.
     *
     * @param happened how many of them came true; {@code happened.wilson(0.95)} is the share with its interval
     * @param withinBin the mean of {@code d (d - 2 (y - o))} with d the forecast less the bin's mean, y the outcome,
     *     o the observed share: what the bin hides of the Brier score
     */
    public record Bin(double meanForecast, Proportion happened, double withinBin) {
        public Bin {
            if (!(meanForecast >= 0 && meanForecast <= 1) || !Double.isFinite(withinBin)) {
                throw new IllegalArgumentException("a bin has mean forecast " + meanForecast + " and hides " + withinBin
                        + ": the first must be a probability, the second finite");
            }
        }

        public long count() {
            return happened.trials();
        }

        double gap() {
            return meanForecast - happened.share();
        }
    }

    public Reliability {
        bins = List.copyOf(bins);
        if (bins.isEmpty()) {
            throw new IllegalArgumentException("a reliability curve needs at least one bin");
        }
    }

    /**
     * @param most how many bins there may be; there are fewer when forecasts are few or tied
     * @throws IllegalArgumentException when there are no forecasts, or one is not a probability
     */
    public static Reliability of(List<Labelled> forecasts, int most) {
        if (most < 1) {
            throw new IllegalArgumentException(most + " bins hold no forecasts: ask for at least one");
        }
        List<Labelled> sorted = Labelled.requireProbabilities(forecasts).stream()
                .sorted(Comparator.comparingDouble(Labelled::score))
                .toList();
        List<Bin> bins = new ArrayList<>();
        int from = 0;
        int wanted = Math.min(most, sorted.size());
        for (int bin = 1; bin <= wanted; bin++) {
            int to = (int) ((long) sorted.size() * bin / wanted);
            while (to > from
                    && to < sorted.size()
                    && sorted.get(to).score() == sorted.get(to - 1).score()) {
                to++;
            }
            if (to > from) {
                bins.add(bin(sorted.subList(from, to)));
                from = to;
            }
        }
        return new Reliability(bins);
    }

    private static Bin bin(List<Labelled> members) {
        Proportion happened = new Proportion(Labelled.happened(members), members.size());
        double mean = members.stream().mapToDouble(Labelled::score).average().orElseThrow();
        double within = 0;
        for (Labelled member : members) {
            double d = member.score() - mean;
            within += d * (d - 2 * (member.outcome() - happened.share()));
        }
        return new Bin(mean, happened, within / members.size());
    }

    public long count() {
        return bins.stream().mapToLong(Bin::count).sum();
    }

    /**
     * The expected calibration error {@code sum_b n_b/n |mean forecast - observed share|}. Perfect forecasts have one
     * too, of about {@code sqrt(bins / n)} times 0.8 times the outcomes' deviation: chance moves the observed shares.
     */
    public double expectedCalibrationError() {
        return explain().value();
    }

    public Term explain() {
        long n = count();
        List<Term> parts = bins.stream()
                .map(bin -> Term.product(
                        "forecasts of about " + bin.meanForecast(),
                        Term.given("their share", (double) bin.count() / n),
                        Term.given("distance from what happened", Math.abs(bin.gap()))))
                .toList();
        return Term.combined("expected calibration error", Term.Operation.SUM, parts);
    }
}
