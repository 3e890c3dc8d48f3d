package org.dramatis.core.forecast;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.dramatis.core.number.Weights;

/**
 * A probe as the assistant answers it today, and as every persona would.
 *
 * <pre>
 *   p_w(b) ∝ p_today(b) * sum_k w_k p_k(b) / sum_k v_k p_k(b),    v the weights of today
 * </pre>
 *
 * <p>What the assistant says today is read off it; the personas only say by which factor another mixture would say it more or less
 * often. So the mixture of today answers as the assistant does, whatever the frames miss.
 *
 * @param today the probability of each listed answer, among the listed
 */
public record AnsweredProbe(CastAnswers personas, Weights today) {
    public AnsweredProbe {
        int answers = personas.probe().answers().size();
        if (today.size() != answers) {
            throw new IllegalArgumentException(today.size() + " answer probabilities of today to probe '"
                    + personas.probe().id() + "', which lists " + answers + " answers");
        }
    }

    /** Where today's answers are no others than the mixture's. */
    public static AnsweredProbe mixed(CastAnswers personas, Weights before) {
        return new AnsweredProbe(personas, Weights.of(mixture(personas, before, everyFrame(personas))));
    }

    /** The probability of each answer under a mixture. */
    public Weights answers(Weights before, Weights mixture) {
        return answers(before, mixture, everyFrame(personas));
    }

    /**
     * The same over some of the frames of each persona.
     *
     * @param frames of a persona, by their places
     */
    Weights answers(Weights before, Weights mixture, IntFunction<List<Integer>> frames) {
        return new RaisedAnswers(personas, today, before, frames).of(mixture);
    }

    /** For many mixtures, when it is known who the assistant is today. */
    public RaisedAnswers from(Weights before) {
        return new RaisedAnswers(personas, today, before, everyFrame(personas));
    }

    static IntFunction<List<Integer>> everyFrame(CastAnswers personas) {
        return k -> IntStream.range(0, personas.frames().get(k).size()).boxed().toList();
    }

    static double[] mixture(CastAnswers personas, Weights weights, IntFunction<List<Integer>> frames) {
        if (weights.size() != personas.personas()) {
            throw new IllegalArgumentException(weights.size() + " weights where others have " + personas.personas()
                    + ": a forecast is about one cast");
        }
        double[] mixture = new double[personas.probe().answers().size()];
        for (int k = 0; k < weights.size(); k++) {
            List<Integer> places = frames.apply(k);
            for (int b = 0; b < mixture.length; b++) {
                mixture[b] += weights.at(k) * personas.probability(k, b, places);
            }
        }
        return mixture;
    }
}
