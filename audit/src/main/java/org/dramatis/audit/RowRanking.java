package org.dramatis.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.IntStream;
import org.dramatis.audit.data.ScoredData;
import org.dramatis.audit.forecast.SelectionForecast;
import org.dramatis.audit.result.RowStanding;
import org.dramatis.core.calibration.LogisticMap;
import org.dramatis.core.cast.Cast;
import org.dramatis.core.number.LogSpace;
import org.dramatis.core.number.Weights;
import org.dramatis.core.prior.MixtureFit;
import org.dramatis.core.selection.ExpectedPush;

/**
 * Which rows push towards the unwanted, and who says them.
 *
 * @param unwanted by their places in the cast
 * @param speakers who says the data: the mixture of personas that fits them best
 * @param share of the data that was scored: a row of a sample stands for several, and pushes only for itself
 * @param meaning of log-odds as probabilities
 */
public record RowRanking(
        ScoredData data,
        SelectionForecast selection,
        SortedSet<Integer> unwanted,
        Weights speakers,
        double share,
        LogisticMap meaning) {
    private static final double LEVEL = .95;

    /** Log-odds beyond this are as good as certain, and may be infinite. */
    private static final double CERTAIN = 40;

    /** An episode by its place, and its push. */
    public record Pushed(int place, double push) {}

    /** Of all data that were scored. */
    public static RowRanking of(
            ScoredData data,
            SelectionForecast selection,
            SortedSet<Integer> unwanted,
            double share,
            LogisticMap meaning) {
        return new RowRanking(data, selection, unwanted, speakers(data, selection), share, meaning);
    }

    /** Where the data tell nothing of who speaks, who the assistant is. */
    private static Weights speakers(ScoredData data, SelectionForecast selection) {
        return data.telling().isEmpty()
                ? selection.prior()
                : MixtureFit.of(data.evidence()).weights();
    }

    /** Every episode, in the order of the data. */
    public List<Pushed> pushes() {
        ExpectedPush pushes = expected();
        return IntStream.range(0, data.ids().size())
                .mapToObj(place -> new Pushed(place, share * pushes.of(place)))
                .toList();
    }

    /** Those that push hardest towards the unwanted, the worst first; none that push away from them. */
    List<Pushed> worst(int shown) {
        ExpectedPush pushes = expected();
        PriorityQueue<Pushed> worst = new PriorityQueue<>(Comparator.comparingDouble(Pushed::push)
                .thenComparing(Comparator.comparingInt(Pushed::place).reversed()));
        for (int place : data.telling()) {
            double push = share * pushes.of(place);
            if (push > 0) {
                worst.add(new Pushed(place, push));
            }
            if (worst.size() > shown) {
                worst.remove();
            }
        }
        List<Pushed> ranked = new ArrayList<>(worst);
        ranked.sort(Comparator.comparingDouble(Pushed::push).reversed().thenComparingInt(Pushed::place));
        return ranked;
    }

    /** All that tell who speaks, the hardest push towards the unwanted first and the hardest away from them last. */
    List<RowStanding> all(Cast cast) {
        Set<Integer> telling = new HashSet<>(data.telling());
        return pushes().stream()
                .filter(row -> telling.contains(row.place()))
                .sorted(Comparator.comparingDouble(Pushed::push).reversed().thenComparingInt(Pushed::place))
                .map(row -> new RowStanding(
                        data.ids().get(row.place()),
                        row.push(),
                        probability(row.place()),
                        cast.persona(likeliest(row.place())).id()))
                .toList();
    }

    private ExpectedPush expected() {
        return new ExpectedPush(
                unwanted,
                selection.signal(),
                data.contexts(),
                selection.asked(),
                selection.trajectory(),
                selection.plan(),
                selection.rate().estimate(LEVEL).point());
    }

    /** Which of the unwanted most likely says so. */
    int likeliest(int place) {
        Weights said = speakers.after(data.evidence().row(place));
        return unwanted.stream()
                .max(Comparator.comparingDouble(said::log).thenComparing(Comparator.reverseOrder()))
                .orElseThrow();
    }

    /** Of each persona, in cast order, the probability that it says so. */
    List<Double> personas(int place) {
        return Arrays.stream(speakers.after(data.evidence().row(place)).toArray())
                .boxed()
                .toList();
    }

    /** {@code log P(one of the unwanted says so) - log P(none of them does)}, by Bayes' rule from who says the data. */
    public double logOdds(int place) {
        Weights said = speakers.after(data.evidence().row(place));
        double ones = LogSpace.logSumExp(logs(said, true));
        double others = LogSpace.logSumExp(logs(said, false));
        return Math.clamp(ones - others, -CERTAIN, CERTAIN);
    }

    private double[] logs(Weights said, boolean ofTheUnwanted) {
        return IntStream.range(0, said.size())
                .filter(k -> unwanted.contains(k) == ofTheUnwanted)
                .mapToDouble(said::log)
                .toArray();
    }

    /** The probability that one of the unwanted says so. */
    public double probability(int place) {
        return meaning.probability(logOdds(place));
    }
}
