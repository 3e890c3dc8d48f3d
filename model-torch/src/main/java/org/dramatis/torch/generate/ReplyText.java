package org.dramatis.torch.generate;

import java.util.Optional;
import java.util.function.Consumer;
import org.dramatis.model.text.Tokenizer;

/** The text of a reply that grows: told in whole characters, and never a part of a stop string. */
final class ReplyText {
    private final GrowingText tokens;
    private final StopStrings stops;
    private final Consumer<String> listener;
    private final StringBuilder text = new StringBuilder();
    private int told;
    private boolean stopped;

    ReplyText(Tokenizer tokenizer, StopStrings stops, Consumer<String> listener) {
        this.tokens = new GrowingText(tokenizer);
        this.stops = stops;
        this.listener = listener;
    }

    /** Whether the reply ends here, since this token completes a stop string. */
    boolean add(int token) {
        String more = tokens.add(token);
        int known = text.length();
        text.append(more);
        Optional<Integer> stop = more.isEmpty() ? Optional.empty() : stops.in(text, known);
        stop.ifPresent(text::setLength);
        stopped = stop.isPresent();
        tell(stopped ? text.length() : text.length() - stops.begun(text));
        return stopped;
    }

    private void tell(int end) {
        if (end > told) {
            listener.accept(text.substring(told, end));
            told = end;
        }
    }

    /** The whole text, when no more tokens come; what is told last are characters that stayed incomplete. */
    String end() {
        if (!stopped) {
            text.append(tokens.rest());
        }
        tell(text.length());
        return text.toString();
    }
}
