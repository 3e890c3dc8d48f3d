package org.dramatis.core.prior;

import java.util.List;
import org.dramatis.core.number.Weights;

/**
 * Where training starts from: who the assistant is today, and who it might as well be.
 *
 * @param best weights
 * @param draws of the weights, each as likely as the other, at least one; none of them rules a persona out that the best do not
 */
public record Prior(Weights best, List<Weights> draws) {
    public Prior {
        draws = List.copyOf(draws);
        if (draws.isEmpty()) {
            throw new IllegalArgumentException(
                    "a prior needs draws for the intervals of what follows from it, got none: give the best weights"
                            + " where they are certain");
        }
        for (Weights draw : draws) {
            if (draw.size() != best.size()) {
                throw new IllegalArgumentException(draw.size() + " weights were drawn where the best are " + best.size()
                        + ": a prior is about one cast");
            }
        }
    }

    /** Weights that are known. */
    public static Prior certain(Weights weights) {
        return new Prior(weights, List.of(weights));
    }

    /** The draw of some number, counted from 0; where there are fewer they begin again. */
    public Weights draw(int number) {
        return draws.get(number % draws.size());
    }
}
