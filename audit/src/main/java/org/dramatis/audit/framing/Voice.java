package org.dramatis.audit.framing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** The places of all voices that one and the same model speaks in, as it is or altered. */
    static Map<Optional<Frame.Alteration>, List<Integer>> byModel(List<? extends Voice> voices) {
        Map<Optional<Frame.Alteration>, List<Integer>> places = new LinkedHashMap<>();
        for (int place = 0; place < voices.size(); place++) {
            places.computeIfAbsent(voices.get(place).alteration(), _ -> new ArrayList<>())
                    .add(place);
        }
        return places;
    }

    /** What it changes in the model itself, if anything. */
    default Optional<Frame.Alteration> alteration() {
        return this instanceof Played(Persona _, Frame.Alteration alteration)
                ? Optional.of(alteration)
                : Optional.empty();
    }

    /** What stands for everything that the model reads, and is, because of it. */
    default Fingerprint fingerprint(Alterations alterations) {
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
                    case Frame.Alteration alteration ->
                        parts.addAll(List.of(
                                "alteration",
                                alterations.fingerprint(alteration).toString()));
                }
                yield Fingerprint.of(parts.toArray(String[]::new));
            }
        };
    }
}
