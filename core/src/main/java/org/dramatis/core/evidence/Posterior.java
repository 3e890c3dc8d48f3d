package org.dramatis.core.evidence;

import java.util.List;
import org.dramatis.core.cast.Cast;
import org.dramatis.core.cast.PersonaId;
import org.dramatis.core.number.LogVector;
import org.dramatis.core.number.Term;
import org.dramatis.core.number.Weights;

/**
 * The distribution over a cast after evidence: {@code w_k exp(l_k) / sum_j w_j exp(l_j)}.
 *
 * @param evidence {@code l}, in cast order: of one episode, or summed over several
 */
public record Posterior(Cast cast, LogVector evidence) {
    public Posterior {
        if (evidence.size() != cast.size()) {
            throw new IllegalArgumentException(
                    "evidence for " + evidence.size() + " personas cannot update a cast of " + cast.size());
        }
        if (cast.prior().logMixture(evidence) == Double.NEGATIVE_INFINITY) {
            throw new IllegalArgumentException(
                    "the evidence has probability 0 under every persona of positive prior: no posterior follows");
        }
    }

    public Weights weights() {
        return cast.prior().after(evidence);
    }

    public double weight(PersonaId id) {
        return weights().at(cast.indexOf(id));
    }

    /** The log posterior weight of a persona: log prior plus evidence, less the evidence of the whole cast. */
    public Term explain(PersonaId id) {
        int k = cast.indexOf(id);
        Term[] joint = new Term[cast.size()];
        for (int j = 0; j < joint.length; j++) {
            PersonaId other = cast.persona(j).id();
            joint[j] = Term.sum(
                    "log joint of " + other,
                    Term.given("log prior of " + other, cast.prior().log(j)),
                    Term.given("evidence for " + other, evidence.at(j)));
        }
        Term whole = Term.combined("log evidence of the cast", Term.Operation.LOG_SUM_EXP, List.of(joint));
        return Term.difference("log posterior weight of " + id, joint[k], whole);
    }
}
