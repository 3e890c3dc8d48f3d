package org.dramatis.audit.prior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.dramatis.audit.framing.CastScorer;
import org.dramatis.audit.framing.ChatModel;
import org.dramatis.core.cast.Cast;
import org.dramatis.core.cast.Frame;
import org.dramatis.core.cast.Persona;
import org.dramatis.core.cast.Turn;
import org.dramatis.core.number.LogVector;
import org.dramatis.core.prior.PriorEstimate;
import org.dramatis.model.generate.Sample;
import org.dramatis.model.generate.Sampling;
import org.dramatis.model.score.ChatPassages;
import org.dramatis.model.scripted.PieceTokenizer;
import org.dramatis.model.scripted.ScriptedModel;
import org.dramatis.model.text.ChatTemplate;
import org.dramatis.model.text.Tokens;
import org.junit.jupiter.api.Test;

/** In front of an assistant that says "red" three times of four, and "blue" the fourth. */
class BarePriorTest {
    private static final PieceTokenizer PIECES =
            new PieceTokenizer(List.of("red", "blue", "log", ".", "I am ", "\n", "one?", "two?", "three?", "four?"));
    private static final int END = 3;
    private static final int REPLIES = 50;
    private static final List<String> QUESTIONS = List.of("one?", "two?", "three?", "four?");
    private static final ChatTemplate WORDS =
            (turns, open) -> String.join("", turns.stream().map(Turn::text).toList());
    private static final Cast CAST = Cast.withUniformPrior(
            Persona.character("red", "Red.", new Frame.Portrait("I am red")),
            Persona.character("blue", "Blue.", new Frame.Portrait("I am blue")),
            Persona.document("log", "A log.", new Frame.Portrait("log")));

    /** Told who it is, it slips so rarely that the evidence decides: by 14 nats a reply. */
    private static final double SLIP = 1e-6;

    private final ScriptedModel scripted = new ScriptedModel(PIECES, 16, BarePriorTest::next);
    private final ChatModel model =
            new ChatModel(scripted, scripted, new ChatPassages(WORDS, PIECES), Tokens.NONE, Tokens.of(END));

    private static LogVector next(Tokens soFar) {
        double[] next = new double[PIECES.vocabulary()];
        int last = soFar.at(soFar.length() - 1);
        String told = PIECES.decode(soFar);
        if (last < END) {
            next[END] = 1;
        } else if (told.startsWith("I am red")) {
            next = says(next, 1 - 2 * SLIP, SLIP, SLIP);
        } else if (told.startsWith("I am blue")) {
            next = says(next, SLIP, 1 - 2 * SLIP, SLIP);
        } else if (told.startsWith("log")) {
            next = says(next, SLIP, SLIP, 1 - 2 * SLIP);
        } else {
            next = says(next, .75, .25, 0);
        }
        return LogVector.of(Arrays.stream(next).map(Math::log).toArray());
    }

    private static double[] says(double[] next, double red, double blue, double log) {
        next[0] = red;
        next[1] = blue;
        next[2] = log;
        return next;
    }

    private double shareOfRed(long seed) {
        List<Tokens> prompts = IntStream.range(0, QUESTIONS.size() * REPLIES)
                .mapToObj(i -> PIECES.encode(QUESTIONS.get(i / REPLIES)))
                .toList();
        List<Sample> samples = scripted.generate(prompts, Sampling.of(100, Tokens.of(END)), seed);
        return samples.stream().filter(sample -> sample.text().equals("red")).count() / (double) samples.size();
    }

    @Test
    void theWeightsAreTheSharesOfWhatItSays() {
        PriorEstimate estimate = new BarePrior(new CastScorer(CAST, model.framing(), scripted), model, QUESTIONS)
                .estimate(REPLIES, .95, 5);

        double red = shareOfRed(5);
        assertThat(red).isBetween(.6, .9);
        assertThat(estimate.weights().get(0).point()).isCloseTo(red, within(1e-4));
        assertThat(estimate.weights().get(1).point()).isCloseTo(1 - red, within(1e-4));
        assertThat(estimate.weights().get(2).point()).isCloseTo(0, within(1e-4));
        assertThat(estimate.weights().get(0).interval().low()).isLessThan(red);
        assertThat(estimate.weights().get(0).interval().high()).isGreaterThan(red);
    }
}
