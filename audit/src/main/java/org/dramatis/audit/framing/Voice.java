package org.dramatis.audit.framing;

import java.util.ArrayList;
import java.util.List;
import org.dramatis.core.cast.Cast;
import org.dramatis.core.cast.Frame;
import org.dramatis.core.cast.Persona;
import org.dramatis.core.cast.Turn;
import org.dramatis.store.evidence.Fingerprint;

/** Whom a model is made to speak as. */
public sealed interface Voice {
    /** A persona in one of its frames. */
    record Played(Persona persona, Frame frame) implements Voice {}

    /** The assistant itself, told nothing. */
    record Bare() implements Voice {}

    /** All frames of all personas, in cast order. */
    static List<Voice> of(Cast cast) {
        List<Voice> voices = new ArrayList<>();
        for (Persona persona : cast.personas()) {
            for (Frame frame : persona.frames()) {
                voices.add(new Played(persona, frame));
            }
        }
        return voices;
    }

    /** What stands for everything that the model reads because of it. */
    default Fingerprint fingerprint() {
        return switch (this) {
            case Bare _ -> Fingerprint.of("bare");
            case Played(Persona persona, Frame frame) -> {
                List<String> parts = new ArrayList<>(List.of(persona.kind().name(), persona.portrait()));
                switch (frame) {
                    case Frame.Portrait(String words) -> parts.addAll(List.of("portrait", words));
                    case Frame.Lines(List<Turn> turns) -> {
                        parts.add("lines");
                        turns.forEach(turn -> parts.addAll(List.of(turn.role().name(), turn.text())));
                    }
                    case Frame.Vector(String name, double strength) ->
                        parts.addAll(List.of("vector", name, String.valueOf(strength)));
                    case Frame.Adapter(String name) -> parts.addAll(List.of("adapter", name));
                }
                yield Fingerprint.of(parts.toArray(String[]::new));
            }
        };
    }
}
