package org.dramatis.model.text;

import java.util.List;
import org.dramatis.core.cast.Turn;

/** How a model wants a conversation written down. */
public interface ChatTemplate {
    /**
     * The conversation as text.
     *
     * @param openReply whether to end with what introduces the assistant's next turn
     * @throws IllegalArgumentException when the template refuses these turns, with its own words
     */
    String render(List<Turn> turns, boolean openReply);

    /** Whether a conversation may begin with a system turn, and that turn is written down. */
    default boolean takesSystem() {
        String words = "Speak of lanterns.";
        try {
            return render(List.of(new Turn(Turn.Role.SYSTEM, words), new Turn(Turn.Role.USER, "Hello.")), true)
                    .contains(words);
        } catch (IllegalArgumentException refused) {
            return false;
        }
    }
}
