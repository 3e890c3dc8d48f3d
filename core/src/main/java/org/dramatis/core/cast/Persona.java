package org.dramatis.core.cast;

import java.util.List;

/**
 * One hypothesis about who is speaking.
 *
 * @param kind whether somebody speaks at all
 * @param portrait one sentence for readers: who this is
 * @param frames how a model is made to play the persona; without any, only kept evidence can speak for it
 */
public record Persona(PersonaId id, Kind kind, String portrait, List<Frame> frames) {
    /** A character speaks; a document (plain text, code, a log, repetition) is nobody's speech. */
    public enum Kind {
        CHARACTER,
        DOCUMENT
    }

    public Persona {
        if (portrait.isBlank()) {
            throw new IllegalArgumentException("persona '" + id + "' has a blank portrait");
        }
        frames = List.copyOf(frames);
    }

    public static Persona character(String id, String portrait, Frame... frames) {
        return new Persona(new PersonaId(id), Kind.CHARACTER, portrait, List.of(frames));
    }

    public static Persona document(String id, String portrait, Frame... frames) {
        return new Persona(new PersonaId(id), Kind.DOCUMENT, portrait, List.of(frames));
    }

    public boolean isDocument() {
        return kind == Kind.DOCUMENT;
    }
}
