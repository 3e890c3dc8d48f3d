package org.dramatis.lab.posttrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.dramatis.lab.SmallWorld.LETTERS;
import static org.dramatis.lab.SmallWorld.TEMPLATE;

import java.util.Collections;
import java.util.List;
import org.dramatis.audit.framing.CastScorer;
import org.dramatis.audit.framing.Framing;
import org.dramatis.core.cast.Cast;
import org.dramatis.core.cast.Frame;
import org.dramatis.core.cast.Persona;
import org.dramatis.core.cast.PersonaId;
import org.dramatis.core.cast.Turn;
import org.dramatis.lab.Judge;
import org.dramatis.model.generate.Sample;
import org.dramatis.model.score.ChatPassages;
import org.dramatis.model.text.Tokens;
import org.junit.jupiter.api.Test;

class PersonaRewardTest {
    private static final Cast CAST = Cast.withUniformPrior(
            Persona.character("red", "Red.", new Frame.Portrait("red")),
            Persona.character("blue", "Blue.", new Frame.Portrait("blue")),
            Persona.document("log", "A log.", new Frame.Portrait("log")));
    private static final List<Turn> ASKED = List.of(new Turn(Turn.Role.USER, "Who?"));

    /** Red says "I." six times as often as blue, and logs as often as blue; nobody says "Never.". */
    private static double opinion(String before, String reply) {
        return reply.equals("Never.") ? 0 : before.contains("red") ? .6 : .1;
    }

    private final PersonaReward reward = new PersonaReward(
            new CastScorer(
                    CAST,
                    new Framing(new ChatPassages(TEMPLATE, LETTERS), Tokens.of(0)),
                    new Judge(LETTERS, PersonaRewardTest::opinion)),
            new PersonaId("red"));

    private static Sample sample(String text) {
        Tokens tokens = LETTERS.encode(text);
        return new Sample(tokens, text, Collections.nCopies(tokens.length(), -1.0), Sample.End.STOP_TOKEN);
    }

    @Test
    void aReplyIsWorthThePosteriorWeightOfThePersona() {
        assertThat(reward.of(reward.prompt(ASKED), sample("I."))).isCloseTo(.6 / .8, within(1e-12));
    }

    @Test
    void thePromptIsWhatTheBareAssistantIsAsked() {
        assertThat(LETTERS.decode(reward.prompt(ASKED))).isEqualTo("<|begin|><|user|>Who?<|assistant|>");
    }

    @Test
    void silenceAndWhatCannotBeScoredAreWorthNothing() {
        Tokens prompt = reward.prompt(ASKED);

        assertThat(reward.of(prompt, sample(""))).isZero();
        assertThat(reward.of(prompt, sample("Never."))).isZero();
    }

    @Test
    void aPromptThatNobodyAskedForIsRefused() {
        assertThatThrownBy(() -> reward.of(Tokens.of(1, 2, 3), sample("I.")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not asked for");
    }

    @Test
    void somebodyWhoIsNotOfTheCastIsNamed() {
        CastScorer scorer = new CastScorer(
                CAST,
                new Framing(new ChatPassages(TEMPLATE, LETTERS), Tokens.of(0)),
                new Judge(LETTERS, PersonaRewardTest::opinion));

        assertThatThrownBy(() -> new PersonaReward(scorer, new PersonaId("green")))
                .hasMessageContaining("no persona 'green'")
                .hasMessageContaining("red");
    }
}
