package org.dramatis.lab.experiment;

import java.util.List;
import org.dramatis.lab.posttrain.Posttraining.Look;

/**
 * One data set, forecast and then really trained.
 *
 * @param forecast after the steps of the looks, made before training began
 * @param observed the looks themselves; the first is before training
 */
public record Trial(String recipe, long seed, List<Look> forecast, List<Look> observed) {
    public Trial {
        forecast = List.copyOf(forecast);
        observed = List.copyOf(observed);
        List<Integer> foretold = forecast.stream().map(Look::step).toList();
        List<Integer> seen = observed.stream().map(Look::step).toList();
        if (!foretold.equals(seen)) {
            throw new IllegalArgumentException("trial of '" + recipe + "' was forecast at steps " + foretold
                    + " and observed at " + seen + ": they must be the same");
        }
    }

    /** How probable an answer is on average over some probes, after the steps of a look. */
    static double mean(Look look, List<Integer> probes, int answer) {
        return probes.stream()
                .mapToDouble(probe -> look.answers().get(probe).at(answer))
                .average()
                .orElseThrow();
    }

    /** How much more probable an answer is at the last look than at the first. */
    static double shift(List<Look> looks, List<Integer> probes, int answer) {
        return mean(looks.getLast(), probes, answer) - mean(looks.getFirst(), probes, answer);
    }
}
