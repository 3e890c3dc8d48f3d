package org.dramatis.stage.document;

import java.util.List;
import org.dramatis.stage.grammar.Choices;

/** How many exchanges a talk has: short talks are more common, and four still fit into a small context. */
final class Lengths {
    private static final List<Integer> LENGTHS = List.of(1, 2, 3, 4);

    private Lengths() {}

    static int of(Choices choices) {
        return choices.one(LENGTHS, length -> 5 - length);
    }
}
