package org.dramatis.audit.cast;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.dramatis.core.cast.Cast;
import org.dramatis.core.cast.Persona;
import org.dramatis.core.cast.PersonaId;

/**
 * A cast with what a command has to know of it, wherever it came from: a file, the casts that ship, a world.
 *
 * @param about a line for readers: what the cast is for
 * @param unwanted the personas that nobody wants an assistant to be, maybe none
 * @param questions that bring out who is speaking, maybe none
 */
public record NamedCast(String name, String about, Cast cast, Set<PersonaId> unwanted, List<String> questions) {
    public NamedCast {
        if (name.isBlank() || about.isBlank()) {
            throw new IllegalArgumentException("the cast '" + name + "' about '" + about + "' needs both in words");
        }
        unwanted = Collections.unmodifiableSet(new LinkedHashSet<>(unwanted));
        questions = List.copyOf(questions);
        List<PersonaId> known = cast.personas().stream().map(Persona::id).toList();
        for (PersonaId id : unwanted) {
            if (!known.contains(id)) {
                throw new IllegalArgumentException(
                        "the cast '" + name + "' has no persona '" + id + "' to be unwanted: it has " + known);
            }
        }
    }

    /** The same with only the first frames of each persona: fewer cost less and are less steady. */
    public NamedCast withFrames(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("a cast with " + most + " frames a persona: give 1 or more");
        }
        List<Persona> personas = cast.personas().stream()
                .map(persona -> new Persona(
                        persona.id(),
                        persona.kind(),
                        persona.portrait(),
                        persona.frames().stream().limit(most).toList()))
                .toList();
        return new NamedCast(name, about, new Cast(personas, cast.prior()), unwanted, questions);
    }
}
