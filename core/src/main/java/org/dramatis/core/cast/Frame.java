package org.dramatis.core.cast;

import java.util.List;

/** A way to make a model play a persona. A persona may have several; they are averaged in probability. */
public sealed interface Frame {

    /** Words that describe the speaker. */
    record Portrait(String words) implements Frame {
        public Portrait {
            requireText("a portrait", words);
        }
    }

    /** Example dialogue: the model goes on in the voice it has just read. */
    record Lines(List<Turn> turns) implements Frame {
        public Lines {
            turns = List.copyOf(turns);
            if (turns.stream().noneMatch(turn -> turn.role() == Turn.Role.ASSISTANT)) {
                throw new IllegalArgumentException(
                        "the lines of a persona have " + turns.size() + " turns but none of the assistant's");
            }
        }
    }

    /** Changes the model itself, not what it reads. */
    sealed interface Alteration extends Frame {}

    /** A direction, stored under {@code name}, that is added to the activations. */
    record Vector(String name, double strength) implements Alteration {
        public Vector {
            requireText("the name of a vector", name);
            if (!Double.isFinite(strength)) {
                throw new IllegalArgumentException(
                        "vector '" + name + "' has strength " + strength + ": it must be finite");
            }
        }
    }

    /** A small trained change of the weights, stored under {@code name}. */
    record Adapter(String name) implements Alteration {
        public Adapter {
            requireText("the name of an adapter", name);
        }
    }

    private static void requireText(String what, String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException(what + " is blank");
        }
    }
}
