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

    /**
     * The conversation as tokens, ready for the assistant's next turn; the words of all turns are those of strangers. A server that
     * renders may know these tokens better than anybody who has its text.
     *
     * @throws IllegalArgumentException as for {@link #render}
     */
    default Tokens tokens(List<Turn> turns, Tokenizer tokenizer) {
        return tokenizer.encode(render(
                turns.stream()
                        .map(turn -> new Turn(turn.role(), tokenizer.quote(turn.text())))
                        .toList(),
                true));
    }

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
