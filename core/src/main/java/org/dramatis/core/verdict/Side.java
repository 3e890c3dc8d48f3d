package org.dramatis.core.verdict;

import java.util.List;
import org.dramatis.core.cast.PersonaId;
import org.dramatis.core.evidence.Posterior;
import org.dramatis.core.number.Term;
import org.dramatis.core.number.Weights;

/**
 * Some personas of a cast, taken together after the evidence. What they hold together does not change when one of them is
 * split into two that share its weight.
 *
 * @param personas at least one, in cast order
 */
public record Side(Posterior posterior, List<PersonaId> personas) {
    public Side {
        personas = List.copyOf(personas);
        if (personas.isEmpty()) {
            throw new IllegalArgumentException("a side of no persona cannot hold a probability");
        }
    }

    /** The posterior probability that one of them spoke. */
    public double probability() {
        Weights weights = posterior.weights();
        double sum = 0;
        for (PersonaId persona : personas) {
            sum += weights.at(posterior.cast().indexOf(persona));
        }
        return Math.min(sum, 1);
    }

    /** The most probable of them, the first of equals. */
    public PersonaId leader() {
        Weights weights = posterior.weights();
        PersonaId leader = personas.getFirst();
        for (PersonaId persona : personas) {
            if (weights.log(posterior.cast().indexOf(persona))
                    > weights.log(posterior.cast().indexOf(leader))) {
                leader = persona;
            }
        }
        return leader;
    }

    Term explain(String meaning) {
        return Term.sum(
                "probability of " + meaning,
                personas.stream()
                        .map(persona -> Term.exp("probability of " + persona, posterior.explain(persona)))
                        .toArray(Term[]::new));
    }
}
