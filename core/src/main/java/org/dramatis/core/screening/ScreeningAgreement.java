package org.dramatis.core.screening;

import java.util.ArrayList;
import java.util.List;
import org.dramatis.core.calibration.Correlation;
import org.dramatis.core.calibration.Pair;
import org.dramatis.core.number.LogVector;
import org.dramatis.core.number.Measured;
import org.dramatis.core.number.Proportion;

/**
 * How well first-order evidence stands in for exact evidence of the same episodes and personas.
 *
 * @param sameTop the episodes whose top persona is the same
 * @param correlation of the two over all episodes and personas, each less its mean in the episode: a constant added to an
 *     episode changes no posterior, and long replies must not count as agreement. None when one of the two tells no persona
 *     from another in any episode
 */
public record ScreeningAgreement(Proportion sameTop, Measured<Double> correlation) {

    /**
     * @param exact for every episode {@code l_k}, in the order of its {@code firstOrder} personas
     * @throws IllegalArgumentException when the two do not match in size, there is no episode, or an exact score is not finite
     */
    public static ScreeningAgreement of(List<FirstOrderEvidence> firstOrder, List<LogVector> exact) {
        if (firstOrder.size() != exact.size()) {
            throw new IllegalArgumentException(
                    firstOrder.size() + " episodes to first order and " + exact.size() + " scored exactly");
        }
        int sameTop = 0;
        List<Pair> pairs = new ArrayList<>();
        for (int e = 0; e < exact.size(); e++) {
            double[] x = centred(e, firstOrder.get(e).scores());
            double[] y = centred(e, exact.get(e));
            if (x.length != y.length) {
                throw new IllegalArgumentException("episode " + e + " has first-order evidence for " + x.length
                        + " personas and exact evidence for " + y.length);
            }
            sameTop += firstOrder.get(e).scores().argMax() == exact.get(e).argMax() ? 1 : 0;
            for (int k = 0; k < x.length; k++) {
                pairs.add(new Pair(x[k], y[k]));
            }
        }
        return new ScreeningAgreement(new Proportion(sameTop, exact.size()), correlation(pairs, exact.size()));
    }

    private static Measured<Double> correlation(List<Pair> pairs, int episodes) {
        return switch (Correlation.pearson(pairs)) {
            case Measured.Known<Double> known -> known;
            case Measured.Unmeasurable<Double> _ ->
                Measured.unmeasurable("first-order or exact evidence is the same for all personas in each of "
                        + episodes + " episodes: no correlation follows");
        };
    }

    private static double[] centred(int episode, LogVector evidence) {
        double[] values = evidence.toArray();
        double mean = 0;
        for (int k = 0; k < values.length; k++) {
            if (!Double.isFinite(values[k])) {
                throw new IllegalArgumentException("episode " + episode + " has evidence " + values[k] + " for persona "
                        + k + ": a correlation needs finite evidence");
            }
            // Less the first, so that equal values come out as exactly 0.
            values[k] -= evidence.at(0);
            mean += values[k] / values.length;
        }
        for (int k = 0; k < values.length; k++) {
            values[k] -= mean;
        }
        return values;
    }
}
