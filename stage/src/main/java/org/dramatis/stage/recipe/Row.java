package org.dramatis.stage.recipe;

import java.util.List;
import org.dramatis.core.cast.Turn;

/** A row of a data set. */
public sealed interface Row {
    /** A question and its reply. */
    record Reply(List<Turn> prompt, String reply) implements Row {
        public Reply {
            prompt = List.copyOf(prompt);
        }
    }

    /** Two replies to a question, the better first. */
    record Choice(List<Turn> prompt, String chosen, String rejected) implements Row {
        public Choice {
            prompt = List.copyOf(prompt);
        }
    }

    /** Running text. */
    record Text(String text) implements Row {}
}
