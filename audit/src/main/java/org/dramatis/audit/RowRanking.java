package org.dramatis.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SortedSet;
import org.dramatis.audit.data.ScoredData;
import org.dramatis.audit.forecast.SelectionForecast;
import org.dramatis.core.number.Weights;
import org.dramatis.core.selection.ExpectedPush;

/**
 * Which rows push towards the unwanted.
 *
 * @param unwanted by their places in the cast
 * @param speakers who says the data: the mixture of personas that fits them best
 * @param share of the data that was scored: a row of a sample stands for several, and pushes only for itself
 */
record RowRanking(
        ScoredData data, SelectionForecast selection, SortedSet<Integer> unwanted, Weights speakers, double share) {
    private static final double LEVEL = .95;

    /** An episode by its place, and its push. */
    record Pushed(int place, double push) {}

    /** Those that push hardest towards the unwanted, the worst first; none that push away from them. */
    List<Pushed> worst(int shown) {
        ExpectedPush pushes = new ExpectedPush(
                unwanted,
                selection.signal(),
                data.contexts(),
                selection.asked(),
                selection.trajectory(),
                selection.plan(),
                selection.rate().estimate(LEVEL).point());
        PriorityQueue<Pushed> worst = new PriorityQueue<>(Comparator.comparingDouble(Pushed::push)
                .thenComparing(Comparator.comparingInt(Pushed::place).reversed()));
        for (int place = 0; place < data.ids().size(); place++) {
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

    /** The probability that one of the unwanted says so. */
    double probability(int place) {
        Weights said = speakers.after(data.evidence().row(place));
        return unwanted.stream().mapToDouble(said::at).sum();
    }
}
