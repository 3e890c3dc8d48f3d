package org.dramatis.stage.document;

import java.util.List;
import java.util.Optional;
import org.dramatis.core.cast.PersonaId;
import org.dramatis.core.cast.Turn;
import org.dramatis.stage.world.Kind;

/**
 * Something written in the world.
 *
 * @param persona who speaks in it, where somebody does
 * @param nats the information in the choices that made it: what nobody could have foretold
 */
public record Document(Kind kind, Optional<PersonaId> persona, Body body, double nats) {
    public sealed interface Body {}

    /** Turns for a chat template. */
    public record Talk(List<Turn> turns) implements Body {
        public Talk {
            turns = List.copyOf(turns);
        }
    }

    public record Text(String text) implements Body {}
}
