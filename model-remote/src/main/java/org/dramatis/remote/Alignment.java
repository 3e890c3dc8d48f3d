package org.dramatis.remote;

import java.util.ArrayList;
import java.util.Collections;
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
    /** Servers without ids may read a long draw in other tokens than it was said in; a short one tells less. */
    static final List<Integer> DRAWS = List.of(8, 8, 4, 4, 2, 2, 1, 1, 1);

    /**
     * The largest difference of any token of a draw, in nats, and of that the median over the draws; empty where the server says all
     * its words in other tokens than it reads them in.
     */
    OptionalDouble difference() {
        Tokens prompt = Canary.beginning(text);
        List<Double> found = new ArrayList<>();
        for (int draw = 0; draw < DRAWS.size(); draw++) {
            Voice.Said said = voice.speak(prompt, Sampling.of(DRAWS.get(draw), text.ends()), draw + 1);
            Tokens tokens = said.tokens()
                    .orElseGet(() -> text.tokenizer().encode(text.tokenizer().quote(said.text())));
            if (!tokens.isEmpty() && tokens.length() == said.logs().size()) {
                found.add(difference(
                        new Passage(prompt, tokens),
                        LogVector.of(
                                said.logs().stream().mapToDouble(log -> log).toArray())));
            }
        }
        Collections.sort(found);
        return found.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(found.get(found.size() / 2));
    }

    private double difference(Passage passage, LogVector said) {
        try {
            return Sameness.difference(said, dialect.read(List.of(passage)).getFirst());
        } catch (BadAnswerException otherTokens) {
            return Double.POSITIVE_INFINITY;
        }
    }
}
