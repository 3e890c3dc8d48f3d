package org.dramatis.core.prior;

import java.util.ArrayList;
import java.util.List;
import org.dramatis.core.evidence.Clusters;
import org.dramatis.core.evidence.EvidenceMatrix;
import org.dramatis.core.evidence.EvidenceMatrixBuilder;
import org.dramatis.core.evidence.RowCounts;
import org.dramatis.core.number.LogSpace;
import org.dramatis.core.number.LogVector;
import org.dramatis.core.number.Measured;
import org.dramatis.core.number.Term;
import org.dramatis.core.number.Weights;

/**
 * Exact answer probabilities on probes that list their answers: no sampling is needed.
 *
 * <p>Answer b of probe i is a row that counts q_ib, the model's own probability of it. The log-likelihood of weights is
 * then {@code sum_i sum_b q_ib log sum_k w_k p_k(b | i)}, and it falls short of the model's own by
 * {@code sum_i KL(q_i || mixture)}.
 */
public record ListedAnswers(EvidenceMatrix evidence, RowCounts counts, Clusters probes, List<Reference> references)
        implements Behaviour {

    /** Log-likelihoods that differ by less than this share of themselves are equal. */
    private static final double ROUNDING = 1e-9;

    private static final double SUM_TOLERANCE = 1e-6;

    /** Of one probe, {@code sum_b q_b log q_b} and the same under uniform guessing, {@code -log B}. */
    public record Reference(double ownLogLikelihood, double uniformLogLikelihood) {}

    public ListedAnswers {
        references = List.copyOf(references);
        counts.requireNotNegative(evidence.rows());
        probes.requireRows(evidence.rows()).requireCount(references.size());
    }

    public static Builder builder(int personas) {
        return new Builder(personas);
    }

    @Override
    public Adequacy adequacyMeaning() {
        return Adequacy.COVERAGE;
    }

    /** Coverage. A model that only guesses, uniformly to within rounding, leaves nothing to explain. */
    @Override
    public Measured<Term> adequacy(double logLikelihood, double[] times) {
        double own = 0;
        double uniform = 0;
        for (int i = 0; i < times.length; i++) {
            own += times[i] * references.get(i).ownLogLikelihood();
            uniform += times[i] * references.get(i).uniformLogLikelihood();
        }
        if (own - uniform <= ROUNDING * -uniform) {
            return Measured.unmeasurable(
                    "the model guesses uniformly on all " + times.length + " probes: there is no behaviour to explain");
        }
        Term missed = Term.quotient(
                "share of the behaviour that no mixture of the cast shows",
                Term.given("KL(model || best mixture), nats over all probes", own - logLikelihood),
                Term.given("KL(model || uniform over the answers), nats over all probes", own - uniform));
        return Measured.known(Term.difference("coverage", Term.given("all of it", 1), missed));
    }

    /** Takes probes one by one. */
    public static final class Builder {
        private final EvidenceMatrixBuilder evidence;
        private final List<Double> counts = new ArrayList<>();
        private final List<Integer> probeOfRow = new ArrayList<>();
        private final List<Reference> references = new ArrayList<>();

        private Builder(int personas) {
            this.evidence = EvidenceMatrix.builder(personas);
        }

        /**
         * Adds a probe.
         *
         * @param model q: how probable each answer is to the model
         * @param answers for every answer, its log-probability under each persona, normalised over the answers
         */
        public Builder probe(Weights model, List<LogVector> answers) {
            if (answers.size() != model.size()) {
                throw new IllegalArgumentException("probe " + references.size() + " lists " + model.size()
                        + " answers but has evidence for " + answers.size());
            }
            requireNormalised(answers);
            double own = 0;
            for (int b = 0; b < model.size(); b++) {
                double q = model.at(b);
                if (q == 0) {
                    continue; // an answer that the model never gives says nothing of who it is
                }
                evidence.add(answers.get(b));
                counts.add(q);
                probeOfRow.add(references.size());
                own += q * model.log(b);
            }
            references.add(new Reference(own, -Math.log(model.size())));
            return this;
        }

        private void requireNormalised(List<LogVector> answers) {
            for (int k = 0; k < answers.getFirst().size(); k++) {
                int persona = k;
                double sum = Math.exp(LogSpace.logSumExp(answers.stream()
                        .mapToDouble(answer -> answer.at(persona))
                        .toArray()));
                if (!(Math.abs(sum - 1) <= SUM_TOLERANCE)) {
                    throw new IllegalArgumentException("the answers of persona " + k + " to probe " + references.size()
                            + " have probability " + sum + " in all: normalise them over the listed answers");
                }
            }
        }

        public ListedAnswers build() {
            return new ListedAnswers(
                    evidence.build(),
                    RowCounts.of(counts.stream().mapToDouble(q -> q).toArray()),
                    Clusters.of(probeOfRow.stream().mapToInt(i -> i).toArray()),
                    references);
        }
    }
}
