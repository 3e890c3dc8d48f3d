package org.dramatis.core.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.dramatis.core.cast.Cast;
import org.dramatis.core.number.Estimate;
import org.dramatis.core.number.Quantiles;
import org.dramatis.core.number.Term;
import org.dramatis.core.number.Weights;

/**
 * Predicted behaviour in the context of a probe: what the weights after training make of its answers, by {@link AnsweredProbe}.
 *
 * @param before the weights before training
 * @param after the predicted weights after training
 * @param draws the weights as they might have been, at least one pair: the interval is made of them
 */
public record Forecast(Weights before, Weights after, List<Draw> draws) {
    /** Before and after one training as it might have been. */
    public record Draw(Weights before, Weights after) {}

    public Forecast {
        draws = List.copyOf(draws);
        if (draws.isEmpty()) {
            throw new IllegalArgumentException("a forecast needs draws of the weights for its interval, got none");
        }
        requirePersonas(before, after.size());
        draws.forEach(draw -> {
            requirePersonas(draw.before(), after.size());
            requirePersonas(draw.after(), after.size());
        });
    }

    /** @param ends the weights after training as they might have been, where those before it are certain */
    public static Forecast from(Weights before, Weights after, List<Weights> ends) {
        return new Forecast(
                before, after, ends.stream().map(end -> new Draw(before, end)).toList());
    }

    public static Forecast of(
            Weights before, Weights after, WeightsSampler sampler, int draws, RandomGenerator random) {
        List<Weights> drawn = new ArrayList<>();
        for (int draw = 0; draw < draws; draw++) {
            drawn.add(sampler.draw(random));
        }
        return from(before, after, drawn);
    }

    private Draw known() {
        return new Draw(before, after);
    }

    private static void requirePersonas(Weights weights, int personas) {
        if (weights.size() != personas) {
            throw new IllegalArgumentException(
                    weights.size() + " weights where others have " + personas + ": a forecast is about one cast");
        }
    }

    /** The probability of an answer, with the interval that the prior, episodes, frames and eta leave. */
    public Estimate probability(AnsweredProbe probe, int answer, double level, RandomGenerator random) {
        Showing showing = new Showing(probe, this, List.of(answer));
        double[] values = new double[draws.size()];
        for (int draw = 0; draw < values.length; draw++) {
            values[draw] = showing.share(draws.get(draw), frames(probe.personas(), random)::get);
        }
        return new Estimate(
                showing.share(known(), AnsweredProbe.everyFrame(probe.personas())), Quantiles.interval(values, level));
    }

    /** How much the probability of an answer rises by training, with its interval: frames err alike before and after. */
    public Estimate shift(AnsweredProbe probe, int answer, double level, RandomGenerator random) {
        return shift(List.of(new Showing(probe, this, List.of(answer))), level, random);
    }

    /**
     * Which answers of a probe show a behaviour.
     *
     * @param who answers it, before and after
     * @param answers their places, none of them twice
     */
    public record Showing(AnsweredProbe probe, Forecast who, List<Integer> answers) {
        public Showing {
            answers = List.copyOf(answers);
            for (int answer : answers) {
                probe.personas().requireAnswer(answer);
            }
        }

        private double share(Draw draw, IntFunction<List<Integer>> frames) {
            return share(draw.before, draw.after, frames);
        }

        private double shift(Draw draw, IntFunction<List<Integer>> frames) {
            return share(draw, frames) - share(draw.before, draw.before, frames);
        }

        private double share(Weights before, Weights weights, IntFunction<List<Integer>> frames) {
            Weights shares = probe.answers(before, weights, frames);
            return answers.stream().mapToDouble(shares::at).sum();
        }
    }

    /** How much a behaviour rises by training: the mean over the probes of what the answers that show it gain together. */
    public static Estimate shift(List<Showing> probes, double level, RandomGenerator random) {
        return new Estimate(
                mean(
                        probes,
                        showing -> showing.shift(
                                showing.who().known(),
                                AnsweredProbe.everyFrame(showing.probe().personas()))),
                Quantiles.interval(shifts(probes, random), level));
    }

    /** The shift as it might have been, draw by draw. */
    private static double[] shifts(List<Showing> probes, RandomGenerator random) {
        double[] values = new double[probes.getFirst().who().draws.size()];
        for (int draw = 0; draw < values.length; draw++) {
            int place = draw;
            // The same frames are drawn for every probe: a portrait that is off is off everywhere.
            List<List<Integer>> drawn = frames(probes.getFirst().probe().personas(), random);
            values[draw] =
                    mean(probes, showing -> showing.shift(showing.who().draws.get(place), drawn::get));
        }
        return values;
    }

    private static double mean(List<Showing> probes, ToDoubleFunction<Showing> of) {
        return probes.stream()
                .mapToDouble(of)
                .average()
                .orElseThrow(() -> new IllegalArgumentException("no probe shows the behaviour: its shift is unknown"));
    }

    private static List<List<Integer>> frames(CastAnswers probe, RandomGenerator random) {
        return IntStream.range(0, probe.personas())
                .mapToObj(k -> probe.resample(k, random))
                .toList();
    }

    /** The share of draws in which the probability of an answer rises by more than {@code delta}. To be calibrated. */
    public double riseProbability(AnsweredProbe probe, int answer, double delta, RandomGenerator random) {
        if (!Double.isFinite(delta)) {
            throw new IllegalArgumentException("delta is " + delta + ": it must be finite");
        }
        int risen = 0;
        for (double shift : shifts(List.of(new Showing(probe, this, List.of(answer))), random)) {
            risen += shift > delta ? 1 : 0;
        }
        return risen / (double) draws.size();
    }

    /** The shift of an answer as its probability after training less that before. */
    public Term explainShift(Cast cast, AnsweredProbe probe, int answer) {
        return Term.difference(
                "shift of an answer by training",
                explain(cast, probe, answer, after, "after training"),
                explain(cast, probe, answer, before, "before training"));
    }

    /** The forecast as today's answer, raised by what the cast makes of it. */
    public Term explain(Cast cast, AnsweredProbe probe, int answer) {
        return explain(cast, probe, answer, after, "after training");
    }

    private Term explain(Cast cast, AnsweredProbe probe, int answer, Weights weights, String when) {
        requirePersonas(weights, cast.size());
        requirePersonas(weights, probe.personas().personas());
        List<Term> all = IntStream.range(0, probe.today().size())
                .mapToObj(b -> raised(cast, probe, b, weights, when))
                .toList();
        return Term.quotient(
                "probability of '" + probe.personas().probe().answers().get(answer) + "' on probe '"
                        + probe.personas().probe().id() + "'",
                all.get(answer),
                Term.sum("the same of all answers", all.toArray(Term[]::new)));
    }

    private Term raised(Cast cast, AnsweredProbe probe, int answer, Weights weights, String when) {
        Term today = Term.given(
                "probability of answer " + answer + " today", probe.today().at(answer));
        Term now = mixture(cast, probe.personas(), answer, before, "before training");
        return now.value() == 0
                ? today
                : Term.product(
                        "answer " + answer + " raised",
                        today,
                        Term.quotient(
                                "factor of the cast", mixture(cast, probe.personas(), answer, weights, when), now));
    }

    private static Term mixture(Cast cast, CastAnswers probe, int answer, Weights weights, String when) {
        Term[] parts = new Term[cast.size()];
        for (int k = 0; k < parts.length; k++) {
            String id = cast.persona(k).id().value();
            parts[k] = Term.product(
                    "by way of " + id,
                    Term.given("weight of " + id + " " + when, weights.at(k)),
                    Term.given("probability that " + id + " answers so", probe.probability(k, answer)));
        }
        return Term.sum("the cast " + when, parts);
    }
}
