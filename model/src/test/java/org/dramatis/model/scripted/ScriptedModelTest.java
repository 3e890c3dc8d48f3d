package org.dramatis.model.scripted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;
import org.dramatis.core.evidence.Reason;
import org.dramatis.core.number.LogVector;
import org.dramatis.model.generate.Sample;
import org.dramatis.model.generate.Sampling;
import org.dramatis.model.score.Passage;
import org.dramatis.model.score.Score;
import org.dramatis.model.score.TokenScorer;
import org.dramatis.model.text.Tokens;
import org.junit.jupiter.api.Test;

class ScriptedModelTest {
    private static final PieceTokenizer LETTERS = new PieceTokenizer(List.of("a", "b", "."));
    private static final LogVector FIRST = logs(0.5, 0.25, 0.25);
    private static final LogVector AFTER_B = logs(0.125, 0.125, 0.75);
    /** What follows depends on the last token, and on whether more than three are read. */
    private static final ScriptedModel MODEL = new ScriptedModel(
            LETTERS,
            5,
            soFar -> soFar.at(soFar.length() - 1) == 1 ? AFTER_B : soFar.length() > 3 ? logs(1, 0, 0) : FIRST);

    @Test
    void scoresWhatTheScriptSays() {
        assertThat(MODEL.score(List.of(passage("a", "ab."), passage("b", "a"), passage("abab", "."))))
                .containsExactly(
                        scored(Math.log(0.5), Math.log(0.25), Math.log(0.75)),
                        scored(Math.log(0.125)),
                        scored(Math.log(0.75)));
    }

    @Test
    void whatIsLongerThanTheContextIsRefused() {
        List<Passage> long6 = List.of(passage("baa", "aab"));

        assertThat(MODEL.score(long6)).singleElement().isInstanceOfSatisfying(Score.Unscorable.class, unscorable -> {
            assertThat(unscorable.reason().kind()).isEqualTo(Reason.Kind.TOO_LONG);
            assertThat(unscorable.reason().detail()).contains("6 tokens").contains("5 at once");
        });
    }

    @Test
    void aWindowThatSlidesForgetsTheBeginning() {
        ScriptedModel model = new ScriptedModel(LETTERS, 4, soFar -> soFar.at(0) == 1 ? AFTER_B : FIRST);

        assertThat(model.score(List.of(passage("baa", "aa.")), TokenScorer.TooLong.SLIDE))
                .containsExactly(scored(Math.log(0.125), Math.log(0.5), Math.log(0.25)));
    }

    @Test
    void anEmptyReplyIsUnscorable() {
        assertThat(MODEL.score(List.of(passage("a", ""))))
                .singleElement()
                .isInstanceOfSatisfying(
                        Score.Unscorable.class,
                        unscorable -> assertThat(unscorable.reason().kind()).isEqualTo(Reason.Kind.EMPTY_REPLY));
    }

    @Test
    void tokensOutsideTheVocabularyAreRefused() {
        assertThatThrownBy(() -> MODEL.score(List.of(new Passage(Tokens.of(0, 3), Tokens.of(1)))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("token 1 has id 3");
        assertThatThrownBy(() -> MODEL.generate(List.of(Tokens.of(7)), Sampling.of(1, Tokens.NONE), 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void temperatureZeroTakesTheLikeliestAndTellsWhyItEnds() {
        List<Tokens> prompts = List.of(Tokens.of(0), Tokens.of(1), Tokens.of(0, 0));
        Sampling sampling = Sampling.of(2, Tokens.of(2)).withTemperature(0);

        assertThat(MODEL.generate(prompts, sampling, 1))
                .containsExactly(
                        new Sample(Tokens.of(0, 0), "aa", List.of(Math.log(0.5), Math.log(0.5)), Sample.End.LENGTH),
                        new Sample(Tokens.NONE, "", List.of(), Sample.End.STOP_TOKEN),
                        new Sample(Tokens.of(0, 0), "aa", List.of(Math.log(0.5), Math.log(0.5)), Sample.End.LENGTH));
        assertThat(MODEL.generate(
                        List.of(Tokens.of(0, 0)), Sampling.of(9, Tokens.NONE).withTemperature(0), 1))
                .extracting(Sample::end, Sample::text)
                .containsExactly(tuple(Sample.End.CONTEXT, "aaa"));
        assertThat(MODEL.generate(List.of(Tokens.of(0)), sampling.withStopStrings("aa"), 1))
                .containsExactly(
                        new Sample(Tokens.of(0, 0), "", List.of(Math.log(0.5), Math.log(0.5)), Sample.End.STOP_STRING));
    }

    @Test
    void drawsAsOftenAsTheScriptSaysAndReportsItsOwnProbabilities() {
        int draws = 20_000;
        List<Sample> samples =
                MODEL.generate(Collections.nCopies(draws, Tokens.of(0)), Sampling.of(1, Tokens.NONE), 42);
        List<Sample> cold = MODEL.generate(
                Collections.nCopies(draws, Tokens.of(0)),
                Sampling.of(1, Tokens.NONE).withTemperature(0.5),
                42);

        // Five standard errors of a share of 0.5 among 20,000 draws are 0.018.
        assertThat(share(samples, 0)).isCloseTo(0.5, within(0.018));
        // p^2 / sum p^2 = 0.25 / (0.25 + 2 * 0.0625).
        assertThat(share(cold, 0)).isCloseTo(2.0 / 3, within(0.018));
        assertThat(cold)
                .allSatisfy(sample -> assertThat(sample.logProbabilities())
                        .containsExactly(FIRST.at(sample.tokens().at(0))));
    }

    private static double share(List<Sample> samples, int token) {
        return samples.stream().filter(sample -> sample.tokens().at(0) == token).count() / (double) samples.size();
    }

    @Test
    void aReplyDependsOnItsPlaceAndTheSeedOnly() {
        Sampling sampling = Sampling.of(4, Tokens.NONE);
        List<Sample> two = MODEL.generate(List.of(Tokens.of(0), Tokens.of(1)), sampling, 9);
        List<String> heard = new ArrayList<>();

        assertThat(MODEL.generate(List.of(Tokens.of(0), Tokens.of(2)), sampling, 9, (i, text) -> heard.add(i + text)))
                .first()
                .isEqualTo(two.getFirst());
        assertThat(heard).first().isEqualTo("0" + two.getFirst().text());
    }

    @Test
    void aScriptThatIsNoDistributionIsRefused() {
        ScriptedModel wrong = new ScriptedModel(LETTERS, 5, soFar -> LogVector.of(0, 0, 0));

        assertThatThrownBy(() -> wrong.score(List.of(passage("a", "b"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("sum 1");
    }

    @Test
    void piecesAreTakenLongestFirst() {
        PieceTokenizer pieces = new PieceTokenizer(List.of("a", "ab", "b"));

        assertThat(pieces.encode("abba")).isEqualTo(Tokens.of(1, 2, 0));
        assertThat(pieces.decode(Tokens.of(1, 2, 0))).isEqualTo("abba");
        assertThat(pieces.id("b")).contains(2);
        assertThat(pieces.id("c")).isEmpty();
        assertThatThrownBy(() -> pieces.encode("abc")).hasMessageContaining("no piece fits 'c'");
        assertThatThrownBy(() -> new PieceTokenizer(List.of("a", "a"))).isInstanceOf(IllegalArgumentException.class);
    }

    private static Passage passage(String prefix, String continuation) {
        return new Passage(LETTERS.encode(prefix), LETTERS.encode(continuation));
    }

    private static Score scored(double... logs) {
        return new Score.Scored(LogVector.of(logs));
    }

    private static LogVector logs(double... probabilities) {
        return LogVector.of(DoubleStream.of(probabilities).map(Math::log).toArray());
    }
}
