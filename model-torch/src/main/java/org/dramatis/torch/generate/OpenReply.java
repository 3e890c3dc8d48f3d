package org.dramatis.torch.generate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.dramatis.model.generate.Sample;
import org.dramatis.model.generate.Sample.End;
import org.dramatis.model.generate.Sampling;
import org.dramatis.model.text.Tokens;

/** One reply while it is drawn. */
final class OpenReply {
    private final Tokens prompt;
    private final Sampling sampling;
    private final int context;
    private final SplittableRandom random;
    private final ReplyText text;
    private final List<Integer> tokens = new ArrayList<>();
    private final List<Double> logs = new ArrayList<>();
    private Optional<End> end = Optional.empty();

    OpenReply(Tokens prompt, Sampling sampling, int context, SplittableRandom random, ReplyText text) {
        this.prompt = prompt;
        this.sampling = sampling;
        this.context = context;
        this.random = random;
        this.text = text;
    }

    Tokens prompt() {
        return prompt;
    }

    /** So many tokens at most. */
    int room() {
        return Math.min(sampling.most(), context - prompt.length());
    }

    boolean ended() {
        return end.isPresent();
    }

    /** The newest token of the whole text. */
    int newest() {
        return tokens.isEmpty() ? prompt.at(prompt.length() - 1) : tokens.getLast();
    }

    /** Draws the next token, by the row of log-probabilities that begins at {@code start}. */
    void draw(Draw draw, float[] rows, int start) {
        int token = draw.from(rows, start, random);
        if (Arrays.stream(sampling.stopTokens().toArray()).anyMatch(stop -> stop == token)) {
            end = Optional.of(End.STOP_TOKEN);
            return;
        }
        tokens.add(token);
        logs.add((double) rows[start + token]);
        if (text.add(token)) {
            end = Optional.of(End.STOP_STRING);
        } else if (tokens.size() == sampling.most()) {
            end = Optional.of(End.LENGTH);
        } else if (prompt.length() + tokens.size() == context) {
            end = Optional.of(End.CONTEXT);
        }
    }

    Sample sample() {
        End why = end.orElseThrow();
        Tokens all = Tokens.of(tokens.stream().mapToInt(Integer::intValue).toArray());
        return new Sample(all, text.end(), logs, why);
    }
}
