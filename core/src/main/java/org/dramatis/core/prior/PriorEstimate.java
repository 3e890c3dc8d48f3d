package org.dramatis.core.prior;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.dramatis.core.evidence.EvidenceMatrix;
import org.dramatis.core.evidence.RowCounts;
import org.dramatis.core.evidence.Rows;
import org.dramatis.core.number.Estimate;
import org.dramatis.core.number.Interval;
import org.dramatis.core.number.Measured;
import org.dramatis.core.number.Quantiles;
import org.dramatis.core.number.Term;
import org.dramatis.core.number.Weights;

/**
 * The prior of a cast, estimated from behaviour.
 *
 * @param fit the best weights, and how surely they are the best
 * @param weights each weight with its interval, in cast order
 * @param adequacy how much of the behaviour the cast explains
 * @param adequacyExplained the same number as what it was computed from
 * @param probes on which behaviour was seen
 * @param refits the weights as they might have been, one for each resample
 * @param unconvergedRefits how many of the fits behind the intervals ran out of passes: 0, or the intervals are in doubt
 */
public record PriorEstimate(
        MixtureFit fit,
        List<Estimate> weights,
        Measured<Estimate> adequacy,
        Measured<Term> adequacyExplained,
        Behaviour.Adequacy adequacyMeaning,
        int probes,
        List<Weights> refits,
        int unconvergedRefits) {

    /** A refit this close to its optimum, in nats of the whole sample, is off by far less than its noise. */
    private static final double REFIT_GAP = 1e-3;

    /** An end that is worth less than this many probes is the end of the simplex: pseudo-rows never let it get there. */
    private static final double NO_PROBES = 0.5;

    public PriorEstimate {
        weights = List.copyOf(weights);
        refits = List.copyOf(refits);
    }

    /**
     * Fits the weights, and fits them again {@code resamples} times with random emphasis on the probes and random
     * pseudo-rows (the weighted likelihood bootstrap of Newton and Raftery 1994, J. R. Stat. Soc. B 56).
     */
    public static PriorEstimate of(Behaviour behaviour, int resamples, double level, RandomGenerator random) {
        if (resamples < 1) {
            throw new IllegalArgumentException("intervals from " + resamples + " resamples: draw at least 1, 200 say");
        }
        MixtureFit fit = MixtureFit.of(behaviour.evidence(), behaviour.counts(), MixtureFit.Limits.STANDARD);
        List<MixtureFit> refits = new ArrayList<>(resamples);
        List<Measured<Term>> adequacies = new ArrayList<>(resamples);
        for (int draw = 0; draw < resamples; draw++) {
            double[] emphasis = behaviour.probes().emphasise(random);
            refits.add(refit(behaviour, emphasis, random));
            adequacies.add(adequacy(behaviour, fit.weights(), emphasis));
        }
        double[] once = new double[behaviour.probes().count()];
        Arrays.fill(once, 1);
        Measured<Term> adequacy = adequacy(behaviour, fit.weights(), once);
        return new PriorEstimate(
                fit,
                intervals(fit.weights(), refits, behaviour.probes().count(), level, random),
                estimate(adequacy, adequacies, level),
                adequacy,
                behaviour.adequacyMeaning(),
                behaviour.probes().count(),
                refits.stream().map(MixtureFit::weights).toList(),
                (int) refits.stream().filter(refit -> !refit.converged()).count());
    }

    /**
     * The weights as if one more probe had been seen that tells nothing of who spoke: {@code (n w_k + 1/K) / (n + 1)}. None of them
     * is 0, since training could never raise a persona of weight 0, and n probes do not prove that one is never met.
     */
    public Weights smoothed() {
        return smoothed(fit.weights());
    }

    /** The smoothed weights, and the refits smoothed alike: what was fitted to trainings from the former fits the latter too. */
    public Prior prior() {
        return new Prior(smoothed(), refits.stream().map(this::smoothed).toList());
    }

    private Weights smoothed(Weights fitted) {
        double[] smoothed = new double[fitted.size()];
        for (int k = 0; k < smoothed.length; k++) {
            smoothed[k] = (probes * fitted.at(k) + 1.0 / smoothed.length) / (probes + 1);
        }
        return Weights.of(smoothed);
    }

    private static MixtureFit refit(Behaviour behaviour, double[] emphasis, RandomGenerator random) {
        EvidenceMatrix evidence = behaviour.evidence();
        MixtureFit.Limits limits =
                new MixtureFit.Limits(REFIT_GAP / evidence.rows(), MixtureFit.Limits.STANDARD.passes());
        RowCounts counts = behaviour.probes().counted(behaviour.counts(), emphasis);
        double[] pseudo = PseudoRows.draw(evidence.personas(), random);
        double rowsPerProbe = behaviour.counts().total(evidence.rows()) / emphasis.length;
        for (int k = 0; k < pseudo.length; k++) {
            pseudo[k] *= rowsPerProbe; // replies to one probe are alike: a pseudo-row stands for a whole probe
        }
        return MixtureFit.of(evidence, counts, pseudo, limits);
    }

    /**
     * The adequacy of the best weights on emphasised probes. They need not be fitted again: at their optimum the
     * likelihood is flat, so their own uncertainty changes it in the second order only.
     */
    private static Measured<Term> adequacy(Behaviour behaviour, Weights weights, double[] emphasis) {
        RowCounts counts = behaviour.probes().counted(behaviour.counts(), emphasis);
        Rows all = Rows.range(0, behaviour.evidence().rows());
        return behaviour.adequacy(
                behaviour.evidence().responsibilities(weights, all, counts).logLikelihood(), emphasis);
    }

    private static Measured<Estimate> estimate(Measured<Term> point, List<Measured<Term>> draws, double level) {
        return switch (point) {
            case Measured.Unmeasurable<Term>(String reason) -> Measured.unmeasurable(reason);
            case Measured.Known<Term>(Term term) -> {
                double[] values = draws.stream()
                        .mapToDouble(draw -> draw.orElseThrow().value())
                        .toArray();
                yield Measured.known(new Estimate(term.value(), Quantiles.interval(values, level)));
            }
        };
    }

    private static List<Estimate> intervals(
            Weights weights, List<MixtureFit> refits, int probes, double level, RandomGenerator random) {
        List<Estimate> estimates = new ArrayList<>(weights.size());
        for (int k = 0; k < weights.size(); k++) {
            double[] values = new double[refits.size()];
            for (int draw = 0; draw < values.length; draw++) {
                double more = PseudoRows.drawRest(weights.size(), random) / probes;
                values[draw] = (refits.get(draw).weights().at(k) + more) / (1 + more);
            }
            Interval inner = Quantiles.interval(values, level);
            double low = inner.low() < NO_PROBES / probes ? 0 : inner.low();
            double high = 1 - inner.high() < NO_PROBES / probes ? 1 : inner.high();
            estimates.add(new Estimate(weights.at(k), new Interval(low, high, level)));
        }
        return estimates;
    }
}
