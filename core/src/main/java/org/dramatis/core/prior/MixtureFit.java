package org.dramatis.core.prior;

import org.dramatis.core.evidence.EvidenceMatrix;
import org.dramatis.core.evidence.ResponsibilitySum;
import org.dramatis.core.evidence.RowCounts;
import org.dramatis.core.evidence.Rows;
import org.dramatis.core.number.LogVector;
import org.dramatis.core.number.Weights;

/**
 * The weights that maximise {@code sum_n a_n log sum_k w_k exp(l_nk)}, found by expectation-maximisation.
 *
 * <p>The objective is concave, so there is one best value and EM climbs to it from any interior point; where personas
 * predict the same everywhere their weights are arbitrary, and stay as equal as they started. Every second step is
 * extrapolated (SQUAREM, Varadhan and Roland 2008, Scand. J. Statist. 35) and taken back should the likelihood fall.
 *
 * @param meanLogLikelihood nats per row
 * @param gap no weights are better by more than this many nats per row: the proof of convergence
 * @param passes how often the evidence was read
 */
public record MixtureFit(Weights weights, double meanLogLikelihood, double gap, int passes, boolean converged) {

    /** When to stop: at a proven gap to the optimum, in nats per row, or after so many passes over the evidence. */
    public record Limits(double gap, int passes) {
        public static final Limits STANDARD = new Limits(1e-9, 5_000);

        public Limits {
            if (!(gap > 0) || passes < 1) {
                throw new IllegalArgumentException(
                        "limits of gap " + gap + " and " + passes + " passes: both must be positive");
            }
        }
    }

    public static MixtureFit of(EvidenceMatrix evidence) {
        return of(evidence, RowCounts.ONCE, Limits.STANDARD);
    }

    public static MixtureFit of(EvidenceMatrix evidence, RowCounts counts, Limits limits) {
        return of(evidence, counts, new double[evidence.personas()], limits);
    }

    /**
     * Fits from uniform weights, as if {@code pseudo[k]} more rows had been seen that only persona k explains: the mode
     * under a Dirichlet prior.
     *
     * @throws IllegalArgumentException when no row counts, or one counts negatively
     */
    static MixtureFit of(EvidenceMatrix evidence, RowCounts counts, double[] pseudo, Limits limits) {
        counts.requireNotNegative(evidence.rows());
        Climb climb = new Climb(evidence, counts, pseudo, limits);
        Weights start = Weights.uniform(evidence.personas());
        while (true) {
            ResponsibilitySum atStart = climb.read(start);
            if (climb.isOver()) {
                return climb.result(start, atStart);
            }
            Weights first = step(atStart);
            ResponsibilitySum atFirst = climb.read(first);
            if (climb.isOver()) {
                return climb.result(first, atFirst);
            }
            Weights second = step(atFirst);
            Weights leap = extrapolate(start, first, second);
            ResponsibilitySum atLeap = climb.read(leap);
            start = atLeap.logLikelihood() >= atFirst.logLikelihood() ? step(atLeap) : second;
        }
    }

    /** One step of EM: {@code w_k <- (1/N) sum_n a_n r_nk}. */
    private static Weights step(ResponsibilitySum sum) {
        double[] logs = new double[sum.size()];
        for (int k = 0; k < logs.length; k++) {
            logs[k] = Math.log(sum.responsibility(k));
        }
        return Weights.softmax(LogVector.of(logs));
    }

    /** SQUAREM: with r the first change and v the change of the change, {@code w + 2 s r + s^2 v}, s = |r| / |v|. */
    private static Weights extrapolate(Weights start, Weights first, Weights second) {
        double squaredChange = 0;
        double squaredBend = 0;
        for (int k = 0; k < start.size(); k++) {
            double change = first.at(k) - start.at(k);
            double bend = second.at(k) - first.at(k) - change;
            squaredChange += change * change;
            squaredBend += bend * bend;
        }
        double length = squaredBend == 0 ? 1 : Math.max(1, Math.sqrt(squaredChange / squaredBend));
        double[] logs = new double[start.size()];
        for (int k = 0; k < logs.length; k++) {
            double change = first.at(k) - start.at(k);
            double bend = second.at(k) - first.at(k) - change;
            double leapt = start.at(k) + 2 * length * change + length * length * bend;
            // EM can shrink a weight but never revive a zero: a leap out of the simplex lands close inside it.
            logs[k] = Math.log(Math.max(leapt, 0.01 * second.at(k)));
        }
        return Weights.softmax(LogVector.of(logs));
    }

    /** Reads the evidence at weights, and knows when it has been read enough. */
    private static final class Climb {
        private final EvidenceMatrix evidence;
        private final RowCounts counts;
        private final double[] pseudo;
        private final Limits limits;
        private int passes;
        private double gap;

        Climb(EvidenceMatrix evidence, RowCounts counts, double[] pseudo, Limits limits) {
            this.evidence = evidence;
            this.counts = counts;
            this.pseudo = pseudo;
            this.limits = limits;
        }

        ResponsibilitySum read(Weights weights) {
            ResponsibilitySum sum = evidence.responsibilities(weights, Rows.range(0, evidence.rows()), counts)
                    .withPseudoRows(pseudo);
            if (!(sum.rows() > 0)) {
                throw new IllegalArgumentException("no weights can be fitted to " + evidence.rows()
                        + " rows that count " + sum.rows() + " in all: at least one must count");
            }
            passes++;
            gap = sum.optimalityGap();
            return sum;
        }

        boolean isOver() {
            return gap <= limits.gap() || passes >= limits.passes();
        }

        MixtureFit result(Weights weights, ResponsibilitySum sum) {
            return new MixtureFit(weights, sum.logLikelihood() / sum.rows(), gap, passes, gap <= limits.gap());
        }
    }
}
