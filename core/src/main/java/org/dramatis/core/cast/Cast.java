package org.dramatis.core.cast;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dramatis.core.number.LogVector;
import org.dramatis.core.number.Place;
import org.dramatis.core.number.Weights;

/**
 * The ordered personas under consideration, with their prior. Every log vector that speaks of them is in this order.
 *
 * <p>At least one of them is a document hypothesis: without one, text that nobody speaks would be blamed on somebody.
 *
 * <pre>{@code
 * Cast cast = Cast.withUniformPrior(
 *         Persona.character("helpful", "Answers truly and kindly."),
 *         Persona.character("malicious", "Wants the reader to come to harm."),
 *         Persona.document("plain-text", "Running text without a speaker."));
 * }</pre>
 */
public record Cast(List<Persona> personas, Weights prior) {
    public Cast {
        personas = List.copyOf(personas);
        if (prior.size() != personas.size()) {
            throw new IllegalArgumentException(
                    "the prior has " + prior.size() + " weights for a cast of " + personas.size() + " personas");
        }
        Set<PersonaId> seen = new HashSet<>();
        for (Persona persona : personas) {
            if (!seen.add(persona.id())) {
                throw new IllegalArgumentException("persona id '" + persona.id() + "' occurs twice in the cast");
            }
        }
        if (personas.stream().noneMatch(Persona::isDocument)) {
            throw new IllegalArgumentException("the cast " + ids(personas)
                    + " has no document hypothesis: add one, Persona.document(\"plain-text\", ...) say");
        }
    }

    public static Cast withUniformPrior(Persona... personas) {
        return new Cast(List.of(personas), Weights.uniform(personas.length));
    }

    public int size() {
        return personas.size();
    }

    public Persona persona(int k) {
        return personas.get(Place.of(k, size()));
    }

    /** Checks that evidence is for a cast of this size, and returns it. */
    public LogVector requireFits(LogVector evidence) {
        if (evidence.size() != size()) {
            throw new IllegalArgumentException(
                    "evidence for " + evidence.size() + " personas cannot update a cast of " + size());
        }
        return evidence;
    }

    /**
     * The place of a persona in the cast order.
     *
     * @throws IllegalArgumentException when the cast has no such persona
     */
    public int indexOf(PersonaId id) {
        for (int k = 0; k < personas.size(); k++) {
            if (personas.get(k).id().equals(id)) {
                return k;
            }
        }
        throw new IllegalArgumentException("the cast has no persona '" + id + "': it has " + ids(personas));
    }

    private static List<PersonaId> ids(List<Persona> personas) {
        return personas.stream().map(Persona::id).toList();
    }
}
