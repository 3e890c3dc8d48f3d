package org.dramatis.core.screening;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.dramatis.core.cast.Cast;
import org.dramatis.core.cast.Persona;
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

    /**
     * The {@code most} personas of the highest scores, of equals the first, and all of {@code always} beside them: the
     * document hypotheses, say, which have no vector.
     *
     * @return in the order of the cast
     * @throws IllegalArgumentException when the cast lacks a persona that is to survive
     */
    public List<PersonaId> survivors(int most, Collection<PersonaId> always, Cast cast) {
        if (most < 1) {
            throw new IllegalArgumentException("screening for " + most + " personas: keep at least 1");
        }
        Set<PersonaId> kept = new HashSet<>(always);
        IntStream.range(0, personas.size())
                .boxed()
                .sorted(Comparator.comparing(scores::at, Comparator.reverseOrder()))
                .limit(most)
                .map(personas::get)
                .forEach(kept::add);
        kept.forEach(cast::indexOf);
        return cast.personas().stream().map(Persona::id).filter(kept::contains).toList();
    }
}
