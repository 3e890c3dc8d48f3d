package org.dramatis.audit.cast;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dramatis.core.cast.Persona;
import org.dramatis.core.cast.PersonaId;
import org.dramatis.store.written.Spelling;

/** The casts that ship for models of any kind: the files of the folder {@code casts}. */
public final class ShippedCasts {
    /** The cast for whoever has none in mind. */
    public static final String DEFAULT = "default";

    private static final List<String> NAMES = List.of(DEFAULT, "emotions", "ai-archetypes");

    /** A persona as the cast that it was borrowed from has it. */
    record Borrowed(Persona persona, boolean isUnwanted) {}

    private ShippedCasts() {}

    public static List<String> names() {
        return NAMES;
    }

    /** @throws IllegalArgumentException with those that there are when there is none of that name */
    public static NamedCast named(String name) {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException(missing("there is no shipped cast '" + name + "'", name, NAMES));
        }
        String file = name + ".yaml";
        try (InputStream in = ShippedCasts.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("this build lacks the shipped cast " + file);
            }
            return CastReader.read(file, in.readAllBytes(), new FrameReader(Optional.empty()));
        } catch (IOException problem) {
            throw new UncheckedIOException("the shipped cast " + file + " cannot be read", problem);
        }
    }

    /** By the names of cast and persona: {@code default/helpful}. */
    static Borrowed persona(String named) {
        int slash = named.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("'" + named
                    + "' is no persona: write one out, or name one that ships with its cast, as default/helpful");
        }
        NamedCast cast = named(named.substring(0, slash));
        String wanted = named.substring(slash + 1);
        List<PersonaId> ids = cast.cast().personas().stream().map(Persona::id).toList();
        return cast.cast().personas().stream()
                .filter(persona -> persona.id().value().equals(wanted))
                .findFirst()
                .map(persona -> new Borrowed(persona, cast.unwanted().contains(persona.id())))
                .orElseThrow(() -> new IllegalArgumentException(missing(
                        "the cast '" + cast.name() + "' has no persona '" + wanted + "'",
                        wanted,
                        ids.stream().map(PersonaId::value).toList())));
    }

    private static String missing(String what, String typed, List<String> known) {
        return what + ": there are " + known.stream().collect(Collectors.joining(", "))
                + Spelling.nearest(typed, known)
                        .map(word -> "; did you mean '" + word + "'?")
                        .orElse("");
    }
}
