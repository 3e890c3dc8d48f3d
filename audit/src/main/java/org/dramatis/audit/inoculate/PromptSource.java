package org.dramatis.audit.inoculate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import org.dramatis.audit.framing.ChatModel;
import org.dramatis.core.cast.Turn;
import org.dramatis.model.generate.Sample;
import org.dramatis.model.generate.Sampling;
import org.dramatis.model.text.Tokens;
import org.dramatis.store.written.WrittenLines;

/** Where prompts come from that may inoculate. */
public final class PromptSource {
    private static final String SHIPPED = "prompts.txt";
    private static final int LONGEST_PROMPT = 40;

    /** So rare that no template writes it of its own accord. */
    private static final String MARK = "\u00A7\u00B6\u00A7";

    private PromptSource() {}

    /** Prompts that ask for a bad answer, for any model that follows instructions. */
    public static List<String> shipped() {
        try (InputStream in = PromptSource.class.getResourceAsStream(SHIPPED)) {
            if (in == null) {
                throw new IllegalStateException("this build lacks the shipped prompts " + SHIPPED);
            }
            return WrittenLines.of(in.readAllBytes());
        } catch (IOException problem) {
            throw new UncheckedIOException("the shipped prompts cannot be read", problem);
        }
    }

    /**
     * System prompts as the model itself would write them: it goes on where the template begins a system turn.
     *
     * @throws IllegalArgumentException when the template takes no system turn
     */
    public static List<String> madeUp(ChatModel model, int count, long seed) {
        String rendered = model.chats()
                .template()
                .render(List.of(new Turn(Turn.Role.SYSTEM, MARK), new Turn(Turn.Role.USER, MARK)), false);
        int begins = rendered.indexOf(MARK);
        if (begins < 0) {
            throw new IllegalArgumentException(
                    "the chat template writes no system turn, so the model cannot be asked to make one up");
        }
        int next = rendered.indexOf(MARK, begins + MARK.length());
        String ends = rendered.substring(begins + MARK.length(), next < 0 ? rendered.length() : next);
        Tokens prefix = model.chats().tokenizer().encode(rendered.substring(0, begins));
        List<Sample> samples = model.generator()
                .generate(Collections.nCopies(count, prefix), Sampling.of(LONGEST_PROMPT, model.ends()), seed);
        return samples.stream()
                .map(Sample::text)
                .map(text -> cut(text, ends))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
    }

    /** Up to where the template ends the turn and begins the next one: the first line of that is enough. */
    static String cut(String text, String ends) {
        String mark = ends.strip().lines().findFirst().orElse("");
        int end = mark.isEmpty() ? -1 : text.indexOf(mark);
        return (end < 0 ? text : text.substring(0, end)).lines().findFirst().orElse("");
    }
}
