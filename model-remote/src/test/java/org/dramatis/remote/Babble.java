package org.dramatis.remote;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.dramatis.core.cast.Turn;
import org.dramatis.core.number.LogVector;
import org.dramatis.model.scripted.PieceTokenizer;
import org.dramatis.model.scripted.ScriptedModel;
import org.dramatis.model.text.ChatTemplate;
import org.dramatis.model.text.Tokens;
import org.dramatis.remote.text.ServedText;

/** A model that is served in tests: what comes next depends on the last two tokens, so that a shift by one shows. */
final class Babble {
    static final int BEGIN = 0;
    static final int END = 1;
    static final int CONTEXT = 400;

    static final PieceTokenizer TOKENIZER = new PieceTokenizer(Stream.concat(
                    Stream.of(
                            "<s>",
                            "</s>",
                            "[user]",
                            "[bot]",
                            "[system]",
                            " the",
                            "the",
                            " in",
                            "ea",
                            "st",
                            "er",
                            " and"),
                    Stream.iterate(' ', letter -> letter <= '~', letter -> (char) (letter + 1))
                            .map(String::valueOf))
            .toList());

    static final ChatTemplate TEMPLATE = (turns, openReply) -> {
        StringBuilder text = new StringBuilder("<s>");
        for (Turn turn : turns) {
            text.append(
                            switch (turn.role()) {
                                case SYSTEM -> "[system]";
                                case USER -> "[user]";
                                case ASSISTANT -> "[bot]";
                            })
                    .append(turn.text());
        }
        return openReply ? text.append("[bot]").toString() : text.toString();
    };

    static final ServedText TEXT = new ServedText(TOKENIZER, TEMPLATE, Tokens.of(BEGIN), Tokens.of(END));

    private Babble() {}

    static ScriptedModel model(long seed) {
        return new ScriptedModel(TOKENIZER, CONTEXT, soFar -> next(seed, soFar));
    }

    private static LogVector next(long seed, Tokens soFar) {
        int last = soFar.at(soFar.length() - 1);
        int before = soFar.length() > 1 ? soFar.at(soFar.length() - 2) : 0;
        SplittableRandom random = new SplittableRandom(seed + 1009L * last + 31L * before);
        double[] logs = new double[TOKENIZER.vocabulary()];
        for (int id = 0; id < logs.length; id++) {
            // Only letters, and now and then the end, are said: a text of special tokens would be read otherwise than
            // it was said.
            logs[id] = id == END || id > 16 ? 4 * random.nextDouble() : -20;
        }
        double sum = LogVector.of(logs).logSum();
        List<Double> all = new ArrayList<>();
        for (double log : logs) {
            all.add(log - sum);
        }
        return LogVector.of(all.stream().mapToDouble(log -> log).toArray());
    }
}
