package org.dramatis.audit;

import java.util.List;
import java.util.stream.Collectors;
import org.dramatis.core.cast.Turn;
import org.dramatis.model.text.ChatTemplate;

/** A template that can be read off a prompt: {@code S:}, {@code U:} and {@code R:} before the words of each role. */
public record Marks(boolean takesSystem) implements ChatTemplate {
    @Override
    public String render(List<Turn> turns, boolean openReply) {
        return turns.stream().map(this::marked).collect(Collectors.joining()) + (openReply ? "R:" : "");
    }

    private String marked(Turn turn) {
        return switch (turn.role()) {
            case SYSTEM -> {
                if (!takesSystem) {
                    throw new IllegalArgumentException("system turns are not supported");
                }
                yield "S:" + turn.text();
            }
            case USER -> "U:" + turn.text();
            case ASSISTANT -> "R:" + turn.text();
        };
    }
}
