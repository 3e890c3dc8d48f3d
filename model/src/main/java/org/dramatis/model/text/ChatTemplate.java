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
}
