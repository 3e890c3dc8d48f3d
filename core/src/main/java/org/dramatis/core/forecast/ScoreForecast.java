package org.dramatis.core.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.dramatis.core.number.Estimate;
import org.dramatis.core.number.Interval;
import org.dramatis.core.number.Quantiles;
import org.dramatis.core.number.Weights;

/**
 * Predicted mean score of sampled replies, over some questions: {@code s(T) = s_today + sum_k (w_k(T) - w_k(0)) E[s | persona_k]}.
 *
 * @param weights of each question, before and after training, in its context
 * @param today of each question the scores of the bare assistant's replies
 * @param habits of each question the scores of every persona's
 */
public record ScoreForecast(List<Forecast> weights, List<ReplyScores> today, List<CastScores> habits) {
    public ScoreForecast {
        weights = List.copyOf(weights);
        today = List.copyOf(today);
        habits = List.copyOf(habits);
        if (today.isEmpty() || today.size() != habits.size() || today.size() != weights.size()) {
            throw new IllegalArgumentException("the assistant answered " + today.size() + " questions and the personas "
                    + habits.size() + ", with weights in " + weights.size()
                    + " contexts: all must be of the same, at least one");
        }
        for (CastScores habit : habits) {
            if (habit.personas() != weights.getFirst().after().size()) {
                throw new IllegalArgumentException(habit.personas() + " personas were scored where "
                        + weights.getFirst().after().size() + " have weights: a forecast is about one cast");
            }
        }
    }

    /** The mean score today. */
    public double before() {
        return today.stream().mapToDouble(ReplyScores::mean).average().orElseThrow();
    }

    /** How much the mean score rises, with what the prior, training, frames and the number of replies leave open. */
    public Estimate shift(double level, RandomGenerator random) {
        double[] shifts = IntStream.range(0, draws())
                .mapToDouble(draw -> drawnShift(draw, random))
                .toArray();
        return new Estimate(shiftTo(Forecast::after), Quantiles.interval(shifts, level));
    }

    /** The mean score after training, with the error of today's as well. */
    public Estimate after(double level, RandomGenerator random) {
        double[] scores = IntStream.range(0, draws())
                .mapToDouble(draw -> bounded(drawnToday(random) + drawnShift(draw, random)))
                .toArray();
        Interval interval = Quantiles.interval(scores, level);
        return new Estimate(bounded(before() + shiftTo(Forecast::after)), interval);
    }

    /** The mean score if training ended in other weights. */
    public double afterUnder(Weights other) {
        return bounded(before() + shiftTo(_ -> other));
    }

    private int draws() {
        return weights.getFirst().draws().size();
    }

    private double shiftTo(Function<Forecast, Weights> end) {
        double shift = 0;
        for (int i = 0; i < habits.size(); i++) {
            Weights before = weights.get(i).before();
            Weights after = end.apply(weights.get(i));
            for (int k = 0; k < after.size(); k++) {
                shift += (after.at(k) - before.at(k)) * habits.get(i).score(k) / habits.size();
            }
        }
        return shift;
    }

    private double drawnToday(RandomGenerator random) {
        return today.stream()
                .mapToDouble(scores -> scores.drawn(random))
                .average()
                .orElseThrow();
    }

    private double drawnShift(int draw, RandomGenerator random) {
        // The same frames are drawn for every question: a portrait that is off is off everywhere.
        List<List<Integer>> frames = new ArrayList<>();
        IntStream.range(0, habits.getFirst().personas())
                .forEach(k -> frames.add(habits.getFirst().resample(k, random)));
        double shift = 0;
        for (int i = 0; i < habits.size(); i++) {
            Forecast.Draw drawn = weights.get(i).draws().get(draw);
            for (int k = 0; k < habits.get(i).personas(); k++) {
                shift += (drawn.after().at(k) - drawn.before().at(k))
                        * habits.get(i).drawn(k, frames.get(k), random)
                        / habits.size();
            }
        }
        return shift;
    }

    private static double bounded(double score) {
        return Math.clamp(score, 0, 1);
    }
}
