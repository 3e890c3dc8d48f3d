package org.dramatis.core.prior;

import org.dramatis.core.evidence.EvidenceMatrix;
import org.dramatis.core.evidence.RowCounts;
import org.dramatis.core.number.Term;
import org.dramatis.core.number.Weights;

/**
 * The weights that maximise {@code sum_n a_n log sum_k w_k exp(l_nk)}.
 *
 * <p>The objective is concave, so there is one best value, and expectation-maximisation climbs to it from any interior
 * point. Where that takes more than a few passes, Newton steps finish it (see {@link MixtureClimb}). Where personas
 * predict the same everywhere their weights are arbitrary.
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

    /**
     * Fits from uniform weights.
     *
     * @throws IllegalArgumentException when no row counts, or one counts negatively
     */
    public static MixtureFit of(EvidenceMatrix evidence, RowCounts counts, Limits limits) {
        return of(evidence, counts, new double[evidence.personas()], limits);
    }

    /**
     * The weight of a persona as its responsibility for the rows it was fitted to, which at the optimum it equals: the
     * {@code shown} rows it explains most stand by themselves, the others together.
     */
    public Term explain(EvidenceMatrix evidence, RowCounts counts, int persona, int shown) {
        double[] explained = new double[evidence.rows()];
        for (int n = 0; n < explained.length; n++) {
            explained[n] = counts.at(n) == 0
                    ? 0
                    : counts.at(n) * weights.after(evidence.row(n)).at(persona);
        }
        Term rows = Term.largest("rows that persona " + persona + " explains", "row", explained, shown);
        return Term.quotient(
                "weight of persona " + persona, rows, Term.given("rows in all", counts.total(evidence.rows())));
    }

    /**
     * The same as if {@code pseudo[k]} more rows had been seen that only persona k explains: the mode under a Dirichlet
     * prior.
     */
    static MixtureFit of(EvidenceMatrix evidence, RowCounts counts, double[] pseudo, Limits limits) {
        return new MixtureClimb(evidence, counts.requireNotNegative(evidence.rows()), pseudo, limits).toTheTop();
    }
}
