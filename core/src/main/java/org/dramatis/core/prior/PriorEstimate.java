package org.dramatis.core.prior;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.dramatis.core.evidence.Clusters;
import org.dramatis.core.evidence.EvidenceMatrix;
import org.dramatis.core.evidence.RowCounts;
import org.dramatis.core.evidence.Rows;
import org.dramatis.core.number.Estimate;
import org.dramatis.core.number.Interval;
import org.dramatis.core.number.Quantiles;
import org.dramatis.core.number.Weights;

/**
 * The prior of a cast, estimated from behaviour.
 *
 * @param fit the best weights, and how surely they are the best
 * @param weights each weight with its interval, in cast order
 * @param adequacy how much of the behaviour the cast explains
 * @param draws the weights fitted to each resample, to carry the uncertainty on
 */
public record PriorEstimate(
        MixtureFit fit,
        List<Estimate> weights,
        Estimate adequacy,
        Behaviour.Adequacy adequacyMeaning,
        List<Weights> draws) {

    /** A refit this close to its optimum, in nats of the whole sample, is off by far less than its noise. */
    private static final double REFIT_GAP = 1e-3;

    /** An end that is worth less than this many probes is the end of the simplex: pseudo-rows never let it get there. */
    private static final double NO_PROBES = 0.5;

    public PriorEstimate {
        weights = List.copyOf(weights);
        draws = List.copyOf(draws);
    }

    /**
     * Fits the weights, and fits them again {@code resamples} times with random emphasis on the probes and random
     * pseudo-rows (the weighted likelihood bootstrap of Newton and Raftery 1994, J. R. Stat. Soc. B 56).
     */
    public static PriorEstimate of(Behaviour behaviour, int resamples, double level, RandomGenerator random) {
        EvidenceMatrix evidence = behaviour.evidence();
        Clusters probes = behaviour.probes();
        MixtureFit fit = MixtureFit.of(evidence, behaviour.counts(), MixtureFit.Limits.STANDARD);
        MixtureFit.Limits limits =
                new MixtureFit.Limits(REFIT_GAP / evidence.rows(), MixtureFit.Limits.STANDARD.passes());
        List<Weights> draws = new ArrayList<>(resamples);
        double[] adequacies = new double[resamples];
        for (int draw = 0; draw < resamples; draw++) {
            double[] emphasis = probes.emphasise(random);
            RowCounts counts = probes.counted(behaviour.counts(), emphasis);
            double[] pseudo = PseudoRows.draw(evidence.personas(), random);
            Weights weights = MixtureFit.of(evidence, counts, pseudo, limits).weights();
            draws.add(weights);
            adequacies[draw] = behaviour.adequacy(logLikelihood(evidence, weights, counts), emphasis);
        }
        return new PriorEstimate(
                fit,
                intervals(fit.weights(), draws, probes.count(), level, random),
                new Estimate(adequacy(behaviour, fit), Quantiles.interval(adequacies, level)),
                behaviour.adequacyMeaning(),
                draws);
    }

    private static List<Estimate> intervals(
            Weights weights, List<Weights> draws, int probes, double level, RandomGenerator random) {
        List<Estimate> estimates = new ArrayList<>(weights.size());
        for (int k = 0; k < weights.size(); k++) {
            double[] values = new double[draws.size()];
            for (int draw = 0; draw < values.length; draw++) {
                double more = PseudoRows.drawRest(weights.size(), random) / probes;
                values[draw] = (draws.get(draw).at(k) + more) / (1 + more);
            }
            Interval inner = Quantiles.interval(values, level);
            double low = inner.low() < NO_PROBES / probes ? 0 : inner.low();
            double high = 1 - inner.high() < NO_PROBES / probes ? 1 : inner.high();
            estimates.add(new Estimate(weights.at(k), new Interval(low, high, level)));
        }
        return estimates;
    }

    private static double adequacy(Behaviour behaviour, MixtureFit fit) {
        double[] once = new double[behaviour.probes().count()];
        Arrays.fill(once, 1);
        return behaviour.adequacy(logLikelihood(behaviour.evidence(), fit.weights(), behaviour.counts()), once);
    }

    private static double logLikelihood(EvidenceMatrix evidence, Weights weights, RowCounts counts) {
        return evidence.responsibilities(weights, Rows.range(0, evidence.rows()), counts)
                .logLikelihood();
    }
}
