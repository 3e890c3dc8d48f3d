package org.dramatis.core.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.dramatis.core.cast.Cast;
import org.dramatis.core.number.Estimate;
import org.dramatis.core.number.Quantiles;
import org.dramatis.core.number.Term;
import org.dramatis.core.number.Weights;

/**
 * Predicted behaviour: {@code p(b | probe, T) = sum_k w_k(T) p(b | persona_k, probe)}, with w(T) the weights in the
 * context of the probe after training.
 *
 * @param before the weights before training
 * @param after the predicted weights after training
 * @param draws the weights after training as they might have been, at least one: the interval is made of them
 */
public record Forecast(Weights before, Weights after, List<Weights> draws) {
    public Forecast {
        draws = List.copyOf(draws);
        if (draws.isEmpty()) {
            throw new IllegalArgumentException("a forecast needs draws of the weights for its interval, got none");
        }
        requirePersonas(before, after.size());
        draws.forEach(draw -> requirePersonas(draw, after.size()));
    }

    public static Forecast of(
            Weights before, Weights after, WeightsSampler sampler, int draws, RandomGenerator random) {
        List<Weights> drawn = new ArrayList<>();
        for (int draw = 0; draw < draws; draw++) {
            drawn.add(sampler.draw(random));
        }
        return new Forecast(before, after, drawn);
    }

    private static void requirePersonas(Weights weights, int personas) {
        if (weights.size() != personas) {
            throw new IllegalArgumentException(
                    weights.size() + " weights where others have " + personas + ": a forecast is about one cast");
        }
    }

    /** The probability of an answer, with the interval that episodes, frames and eta leave. */
    public Estimate probability(CastAnswers probe, int answer, double level, RandomGenerator random) {
        double[] values = new double[draws.size()];
        for (int draw = 0; draw < values.length; draw++) {
            values[draw] = mix(draws.get(draw), resampled(probe, answer, random));
        }
        return new Estimate(mix(after, mean(probe, answer)), Quantiles.interval(values, level));
    }

    /** How much the probability of an answer rises by training, with its interval: frames err alike before and after. */
    public Estimate shift(CastAnswers probe, int answer, double level, RandomGenerator random) {
        return new Estimate(
                shift(after, mean(probe, answer)), Quantiles.interval(shifts(probe, answer, random), level));
    }

    /**
     * Which answers of a probe show a behaviour.
     *
     * @param answers their places, none of them twice
     */
    public record Showing(CastAnswers probe, List<Integer> answers) {
        public Showing {
            answers = List.copyOf(answers);
        }
    }

    /** How much a behaviour rises by training: the mean over the probes of what the answers that show it gain together. */
    public Estimate shift(List<Showing> probes, double level, RandomGenerator random) {
        if (probes.isEmpty()) {
            throw new IllegalArgumentException("no probe shows the behaviour: its shift is unknown");
        }
        double point = 0;
        for (Showing showing : probes) {
            point += shift(after, showing, k -> every(showing.probe(), k)) / probes.size();
        }
        double[] values = new double[draws.size()];
        for (int draw = 0; draw < values.length; draw++) {
            // The same frames are drawn for every probe: a portrait that is off is off everywhere.
            List<List<Integer>> drawn = frames(probes.getFirst().probe(), random);
            for (Showing showing : probes) {
                values[draw] += shift(draws.get(draw), showing, drawn::get) / probes.size();
            }
        }
        return new Estimate(point, Quantiles.interval(values, level));
    }

    private double shift(Weights weights, Showing showing, IntFunction<List<Integer>> frames) {
        requirePersonas(after, showing.probe().personas());
        double[] habits = new double[weights.size()];
        for (int k = 0; k < habits.length; k++) {
            for (int answer : showing.answers()) {
                habits[k] += showing.probe().probability(k, answer, frames.apply(k));
            }
        }
        return shift(weights, habits);
    }

    private static List<Integer> every(CastAnswers probe, int persona) {
        return IntStream.range(0, probe.frames().get(persona).size()).boxed().toList();
    }

    private static List<List<Integer>> frames(CastAnswers probe, RandomGenerator random) {
        return IntStream.range(0, probe.personas())
                .mapToObj(k -> probe.resample(k, random))
                .toList();
    }

    /** The share of draws in which the probability of an answer rises by more than {@code delta}. To be calibrated. */
    public double riseProbability(CastAnswers probe, int answer, double delta, RandomGenerator random) {
        if (!Double.isFinite(delta)) {
            throw new IllegalArgumentException("delta is " + delta + ": it must be finite");
        }
        int risen = 0;
        for (double shift : shifts(probe, answer, random)) {
            risen += shift > delta ? 1 : 0;
        }
        return risen / (double) draws.size();
    }

    /** The shift of an answer as its probability after training less that before. */
    public Term explainShift(Cast cast, CastAnswers probe, int answer) {
        return Term.difference(
                "shift of an answer by training",
                explain(cast, probe, answer, after, "after training"),
                explain(cast, probe, answer, before, "before training"));
    }

    /** The forecast as the sum over the cast of weight times habit. */
    public Term explain(Cast cast, CastAnswers probe, int answer) {
        return explain(cast, probe, answer, after, "after training");
    }

    private static Term explain(Cast cast, CastAnswers probe, int answer, Weights weights, String when) {
        requirePersonas(weights, cast.size());
        requirePersonas(weights, probe.personas());
        Term[] parts = new Term[cast.size()];
        for (int k = 0; k < parts.length; k++) {
            String id = cast.persona(k).id().value();
            parts[k] = Term.product(
                    "by way of " + id,
                    Term.given("weight of " + id + " " + when, weights.at(k)),
                    Term.given("probability that " + id + " answers so", probe.probability(k, answer)));
        }
        String text = probe.probe().answers().get(answer);
        return Term.sum(
                "probability of '" + text + "' on probe '" + probe.probe().id() + "'", parts);
    }

    private double[] shifts(CastAnswers probe, int answer, RandomGenerator random) {
        double[] shifts = new double[draws.size()];
        for (int draw = 0; draw < shifts.length; draw++) {
            shifts[draw] = shift(draws.get(draw), resampled(probe, answer, random));
        }
        return shifts;
    }

    private double shift(Weights weights, double[] habits) {
        return mix(weights, habits) - mix(before, habits);
    }

    private double[] mean(CastAnswers probe, int answer) {
        requirePersonas(after, probe.personas());
        double[] habits = new double[probe.personas()];
        for (int k = 0; k < habits.length; k++) {
            habits[k] = probe.probability(k, answer);
        }
        return habits;
    }

    private double[] resampled(CastAnswers probe, int answer, RandomGenerator random) {
        requirePersonas(after, probe.personas());
        double[] habits = new double[probe.personas()];
        for (int k = 0; k < habits.length; k++) {
            habits[k] = probe.resampledProbability(k, answer, random);
        }
        return habits;
    }

    private static double mix(Weights weights, double[] habits) {
        double sum = 0;
        for (int k = 0; k < habits.length; k++) {
            sum += weights.at(k) * habits[k];
        }
        return Math.clamp(sum, 0, 1);
    }
}
