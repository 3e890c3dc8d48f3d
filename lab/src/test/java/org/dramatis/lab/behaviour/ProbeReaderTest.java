package org.dramatis.lab.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.dramatis.lab.SmallWorld.LETTERS;
import static org.dramatis.lab.SmallWorld.TEMPLATE;

import java.util.List;
import org.dramatis.audit.framing.Framing;
import org.dramatis.audit.probe.ProbeReader;
import org.dramatis.core.cast.Cast;
import org.dramatis.core.cast.Frame;
import org.dramatis.core.cast.Persona;
import org.dramatis.core.forecast.CastAnswers;
import org.dramatis.core.forecast.Probe;
import org.dramatis.core.number.Weights;
import org.dramatis.lab.Judge;
import org.dramatis.model.score.ChatPassages;
import org.dramatis.model.score.TokenScorer;
import org.dramatis.model.scripted.ScriptedModel;
import org.dramatis.model.text.Tokens;
import org.junit.jupiter.api.Test;

class ProbeReaderTest {
    private static final Probe COIN = new Probe("coin", "Heads or tails?", List.of("Heads.", "Tails.", "Edge."));
    private static final Probe TEA = new Probe("tea", "Tea?", List.of("Yes.", "No."));
    private static final Cast CAST = Cast.withUniformPrior(
            Persona.character("red", "Red.", new Frame.Portrait("red"), new Frame.Portrait("pink")),
            Persona.document("log", "A log.", new Frame.Portrait("log")));

    private static ProbeReader reader(TokenScorer model) {
        return new ProbeReader(new Framing(new ChatPassages(TEMPLATE, LETTERS), Tokens.of(0)), model);
    }

    /** Half as likely as the answer before, in a world where pink prefers the last answer and logs say neither. */
    private static double opinion(String before, String reply) {
        if (before.contains("pink")) {
            return List.of("Edge.", "No.").contains(reply) ? .08 : .01;
        }
        if (before.contains("log\n")) {
            return 1e-9;
        }
        return switch (reply) {
            case "Heads.", "Yes." -> .2;
            case "Tails.", "No." -> .1;
            default -> .05;
        };
    }

    private static void assertAnswers(Weights answers, double... expected) {
        assertThat(answers.toArray()).containsExactly(expected, within(1e-12));
    }

    @Test
    void theAnswersOfTheBareAssistantAreSharesAmongTheListed() {
        List<Weights> answers =
                reader(new Judge(LETTERS, ProbeReaderTest::opinion)).bare(List.of(COIN, TEA));

        assertThat(answers).hasSize(2);
        assertAnswers(answers.get(0), 4 / 7.0, 2 / 7.0, 1 / 7.0);
        assertAnswers(answers.get(1), 2 / 3.0, 1 / 3.0);
    }

    @Test
    void everyPersonaAnswersEveryProbeUnderEachOfItsFrames() {
        List<CastAnswers> answers =
                reader(new Judge(LETTERS, ProbeReaderTest::opinion)).cast(CAST, List.of(COIN, TEA));

        assertThat(answers).extracting(CastAnswers::probe).containsExactly(COIN, TEA);
        assertAnswers(answers.get(0).frames().get(0).get(0), 4 / 7.0, 2 / 7.0, 1 / 7.0);
        assertAnswers(answers.get(0).frames().get(0).get(1), .1, .1, .8);
        assertAnswers(answers.get(0).frames().get(1).get(0), 1 / 3.0, 1 / 3.0, 1 / 3.0);
        assertAnswers(answers.get(1).frames().get(0).get(1), 1 / 9.0, 8 / 9.0);
        assertAnswers(answers.get(1).frames().get(1).get(0), .5, .5);
    }

    @Test
    void anAnswerThatCannotBeScoredIsNamedWithItsProbe() {
        ScriptedModel small = new ScriptedModel(LETTERS, 8, soFar -> {
            throw new IllegalStateException("never asked");
        });

        assertThatThrownBy(() -> reader(small).bare(List.of(TEA)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("answer 'Yes.' of probe 'tea' cannot be scored")
                .hasMessageContaining("8 at once");
    }
}
