package org.dramatis.audit.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.dramatis.audit.Colours;
import org.dramatis.audit.result.Performance;
import org.dramatis.audit.result.Performance.Asked;
import org.dramatis.audit.result.Performance.Kind;
import org.dramatis.core.cast.PersonaId;
import org.dramatis.core.cast.Turn;
import org.junit.jupiter.api.Test;

/** In front of {@link Colours}. */
class WhyTest {
    private static final List<Turn> QUESTION = List.of(new Turn(Turn.Role.USER, "one?"));

    private static Why why(String wrong, String right) {
        return new Why(Colours.MODEL, QUESTION, wrong, right);
    }

    @Test
    void comparesTheTwoRepliesUnderEveryCondition() {
        Performance performance = why("red", "blue")
                .ask(Colours.CAST, List.of(new PersonaId("blue")), List.of("two?"), List.of("I am blue"));

        List<Asked> asked = performance.asked();
        assertThat(asked.stream().map(Asked::kind))
                .containsExactly(Kind.AS_IT_IS, Kind.ANOTHER_PERSONA, Kind.ANOTHER_WORDING, Kind.WITH_A_HINT);
        assertThat(asked.get(0).logOdds()).isCloseTo(Math.log(3), within(1e-9));
        assertThat(asked.get(1).logOdds()).isCloseTo(Math.log(.05 / .9), within(1e-9));
        assertThat(asked.get(2).logOdds()).isCloseTo(Math.log(3), within(1e-9));
        assertThat(asked.get(3).logOdds()).isCloseTo(Math.log(.05 / .9), within(1e-9));
        assertThat(performance.verdict()).isEqualTo(Performance.Verdict.TRAIT);
    }

    @Test
    void anErrorThatSurvivesEverythingIsACapability() {
        Performance performance =
                why("red", "log").ask(Colours.CAST, List.of(new PersonaId("red")), List.of("two?"), List.of());

        assertThat(performance.verdict()).isEqualTo(Performance.Verdict.CAPABILITY);
    }

    @Test
    void whatIsNotPreferredIsNoError() {
        assertThat(why("blue", "red")
                        .ask(Colours.CAST, List.of(), List.of(), List.of())
                        .verdict())
                .isEqualTo(Performance.Verdict.NO_ERROR);
    }

    @Test
    void anErrorThatSomeOfThemShareIsUnclear() {
        Asked wrong = new Asked(Kind.AS_IT_IS, "as it is", 1);
        Asked shared = new Asked(Kind.ANOTHER_PERSONA, "as red", 1);
        Asked right = new Asked(Kind.ANOTHER_PERSONA, "as blue", -1);

        assertThat(new Performance(List.of(wrong, shared, right)).verdict()).isEqualTo(Performance.Verdict.UNCLEAR);
    }

    @Test
    void twoEqualRepliesAreRefused() {
        assertThatThrownBy(() -> why("red", "red")).hasMessageContaining("are the same");
    }
}
