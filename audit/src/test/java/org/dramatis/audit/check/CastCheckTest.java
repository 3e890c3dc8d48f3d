package org.dramatis.audit.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.dramatis.audit.Marks;
import org.dramatis.audit.framing.ChatModel;
import org.dramatis.core.cast.Cast;
import org.dramatis.core.cast.Frame;
import org.dramatis.core.cast.Persona;
import org.dramatis.core.number.LogVector;
import org.dramatis.core.separation.Confusion;
import org.dramatis.model.score.ChatPassages;
import org.dramatis.model.scripted.PieceTokenizer;
import org.dramatis.model.scripted.ScriptedModel;
import org.dramatis.model.text.Tokens;
import org.junit.jupiter.api.Test;

/** In front of a model that says one word: that of the persona it was told to be, or any. */
class CastCheckTest {
    private static final List<String> WORDS = List.of("red", "blue", "log");
    private static final PieceTokenizer PIECES =
            new PieceTokenizer(List.of("red", "blue", "log", ".", "S:", "U:", "R:", "\n", "who?", "why?"));
    private static final int END = 3;
    private static final Cast CAST = Cast.withUniformPrior(
            Persona.character("red", "Red.", new Frame.Portrait("red")),
            Persona.character("blue", "Blue.", new Frame.Portrait("blue")),
            Persona.document("log", "A log.", new Frame.Portrait("log")));

    /** So rare that among the 90 replies of a test a slip of the tongue has a probability below 2e-6. */
    private static final double SLIP = 1e-8;

    private static ChatModel model(ScriptedModel.Script script) {
        ScriptedModel model = new ScriptedModel(PIECES, 32, script);
        return new ChatModel(model, model, new ChatPassages(new Marks(true), PIECES), Tokens.NONE, Tokens.of(END));
    }

    private static CastCheck check(ScriptedModel.Script script) {
        return new CastCheck(CAST, model(script), List.of("who?", "why?"));
    }

    /** Where the reply begins, a word with the given probabilities; after it the end. */
    private static LogVector next(Tokens soFar, double red, double blue, double log) {
        double[] next = new double[PIECES.vocabulary()];
        if (soFar.at(soFar.length() - 1) < WORDS.size()) {
            next[END] = 1;
        } else {
            next[0] = red;
            next[1] = blue;
            next[2] = log;
        }
        for (int id = 0; id < next.length; id++) {
            next[id] = Math.log(next[id]);
        }
        return LogVector.of(next);
    }

    private static LogVector obedient(Tokens soFar) {
        int told = WORDS.indexOf(WORDS.stream()
                .filter(PIECES.decode(soFar)::contains)
                .findFirst()
                .orElseThrow());
        double[] next = {SLIP, SLIP, SLIP};
        next[told] = 1 - 2 * SLIP;
        return next(soFar, next[0], next[1], next[2]);
    }

    @Test
    void aModelThatPlaysItsPartIsRecognisedEveryTime() {
        Confusion confusion = check(CastCheckTest::obedient).confusion(30, 1);

        for (int i = 0; i < CAST.size(); i++) {
            for (int j = 0; j < CAST.size(); j++) {
                assertThat(confusion.count(i, j)).isEqualTo(i == j ? 30 : 0);
            }
        }
        assertThat(confusion.mutualInformation().plugIn()).isCloseTo(Math.log(3) / Math.log(2), within(1e-12));
    }

    @Test
    void aModelThatIgnoresThePromptIsRecognisedByChanceAlone() {
        Confusion confusion = check(soFar -> next(soFar, .5, .25, .25)).confusion(30, 1);

        assertThat(confusion.accuracy(.95).point()).isCloseTo(1.0 / 3, within(1e-12));
        for (int j = 0; j < CAST.size(); j++) {
            long column = confusion.count(0, j);
            assertThat(List.of(confusion.count(1, j), confusion.count(2, j))).containsOnly(column);
        }
        assertThat(confusion.mutualInformation().plugIn()).isCloseTo(0, within(1e-12));
        assertThat(confusion.pairs(.95)).noneMatch(pair -> pair.isToldApart(0));
    }

    @Test
    void theSameSeedGivesTheSameCounts() {
        CastCheck check = check(soFar -> next(
                soFar,
                PIECES.decode(soFar).contains("red") ? .6 : .3,
                PIECES.decode(soFar).contains("red") ? .2 : .5,
                .2));

        Confusion once = check.confusion(30, 7);
        Confusion again = check.confusion(30, 7);

        for (int i = 0; i < CAST.size(); i++) {
            for (int j = 0; j < CAST.size(); j++) {
                assertThat(once.count(i, j)).isEqualTo(again.count(i, j));
            }
        }
    }

    @Test
    void silenceIsNoReply() {
        double[] silent = new double[PIECES.vocabulary()];
        Arrays.fill(silent, Double.NEGATIVE_INFINITY);
        silent[END] = 0;

        assertThatThrownBy(() -> check(soFar -> LogVector.of(silent)).confusion(3, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("of 0 replies none was scored");
    }

    @Test
    void itTakesAQuestion() {
        assertThatThrownBy(() -> new CastCheck(CAST, model(CastCheckTest::obedient), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("give at least one");
    }
}
