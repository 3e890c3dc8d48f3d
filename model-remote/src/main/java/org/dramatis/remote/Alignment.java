package org.dramatis.remote;

import java.util.List;
import java.util.OptionalDouble;
import org.dramatis.core.number.LogVector;
import org.dramatis.model.generate.Sampling;
import org.dramatis.model.score.Passage;
import org.dramatis.model.text.Tokens;
import org.dramatis.remote.dialect.Dialect;
import org.dramatis.remote.dialect.Voice;
import org.dramatis.remote.http.BadAnswerException;
import org.dramatis.remote.text.ServedText;

/**
 * Whether a server gives each token its own log-probability. It is let say something, and then asked how likely that was: an answer
 * that is shifted by a token, or begins one too late, differs. What is said is drawn at temperature 1: words that are certain would
 * look right in any place.
 */
record Alignment(Dialect dialect, Voice voice, ServedText text) {
    private static final int WORDS = 8;
    static final int DRAWS = 4;

    /**
     * The largest difference of any token, in nats, in the draw that fits best; empty where the server says its own words in other
     * tokens than it reads them in.
     */
    OptionalDouble difference() {
        Tokens prompt = Canary.beginning(text);
        OptionalDouble best = OptionalDouble.empty();
        for (int draw = 1; draw <= DRAWS; draw++) {
            Voice.Said said = voice.speak(prompt, Sampling.of(WORDS, text.ends()), draw);
            Tokens tokens = said.tokens()
                    .orElseGet(() -> text.tokenizer().encode(text.tokenizer().quote(said.text())));
            if (tokens.length() >= 2 && tokens.length() == said.logs().size()) {
                double found = difference(
                        new Passage(prompt, tokens),
                        LogVector.of(
                                said.logs().stream().mapToDouble(log -> log).toArray()));
                best = OptionalDouble.of(Math.min(found, best.orElse(found)));
            }
        }
        return best;
    }

    private double difference(Passage passage, LogVector said) {
        try {
            return Sameness.difference(said, dialect.read(List.of(passage)).getFirst());
        } catch (BadAnswerException otherTokens) {
            return Double.POSITIVE_INFINITY;
        }
    }
}
