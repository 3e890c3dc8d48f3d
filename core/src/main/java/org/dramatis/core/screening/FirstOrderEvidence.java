package org.dramatis.core.screening;

import java.util.List;
import org.dramatis.core.cast.PersonaId;
import org.dramatis.core.number.LogVector;

/**
 * Evidence to first order: good enough to choose whom to score exactly, not to judge by.
 *
 * @param personas those that have a vector
 * @param scores {@code <g, v_k>}, in the order of {@code personas}
 */
public record FirstOrderEvidence(List<PersonaId> personas, LogVector scores) {
    public FirstOrderEvidence {
        personas = List.copyOf(personas);
        if (personas.size() != scores.size()) {
            throw new IllegalArgumentException(scores.size() + " scores for " + personas.size() + " personas");
        }
        for (int k = 0; k < personas.size(); k++) {
            if (!Double.isFinite(scores.at(k))) {
                throw new IllegalArgumentException("the first-order evidence for '" + personas.get(k) + "' is "
                        + scores.at(k) + ": it must be finite");
            }
        }
    }

    /**
     * The score of one persona.
     *
     * @throws IllegalArgumentException when it has none
     */
    public double score(PersonaId persona) {
        int k = personas.indexOf(persona);
        if (k < 0) {
            throw new IllegalArgumentException("persona '" + persona + "' has no vector: there are " + personas);
        }
        return scores.at(k);
    }

    /** The persona of the highest score, the first of equals. */
    public PersonaId top() {
        return personas.get(scores.argMax());
    }
}
