package org.dramatis.core.forecast;

import java.util.List;
import java.util.function.IntFunction;
import org.dramatis.core.number.Weights;

/**
 * A probe as the assistant answers it under any mixture, once it is known who it is today: today's answers, each raised by the factor
 * by which the mixture says it more often.
 *
 * <pre>
 *   p_w(b) ∝ sum_k w_k f_kb,   f_kb = p_today(b) p_k(b) / sum_j v_j p_j(b)
 * </pre>
 */
public final class RaisedAnswers {
    private final double[] factors; // personas x answers
    private final int answers;

    RaisedAnswers(CastAnswers personas, Weights today, Weights before, IntFunction<List<Integer>> frames) {
        double[] now = AnsweredProbe.mixture(personas, before, frames);
        answers = now.length;
        factors = new double[personas.personas() * answers];
        for (int k = 0; k < personas.personas(); k++) {
            List<Integer> places = frames.apply(k);
            for (int b = 0; b < answers; b++) {
                // What no persona says cannot be told from them: it stays as it is.
                factors[k * answers + b] =
                        now[b] == 0 ? today.at(b) : today.at(b) * personas.probability(k, b, places) / now[b];
            }
        }
    }

    /** The probability of each answer. */
    public Weights of(Weights mixture) {
        if (mixture.size() * answers != factors.length) {
            throw new IllegalArgumentException(mixture.size() + " weights where others have " + factors.length / answers
                    + ": a forecast is about one cast");
        }
        double[] said = new double[answers];
        double sum = 0;
        for (int k = 0; k < mixture.size(); k++) {
            double weight = mixture.at(k);
            for (int b = 0; b < answers; b++) {
                said[b] += weight * factors[k * answers + b];
            }
        }
        for (double each : said) {
            sum += each;
        }
        for (int b = 0; b < answers; b++) {
            said[b] /= sum;
        }
        return Weights.of(said);
    }
}
