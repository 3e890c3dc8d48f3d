package org.dramatis.lab.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.dramatis.lab.score.Trials.asForetold;
import static org.dramatis.lab.score.Trials.family;
import static org.dramatis.lab.score.Trials.looks;
import static org.dramatis.lab.score.Trials.outcome;
import static org.dramatis.lab.score.Trials.trial;

import java.util.List;
import java.util.Optional;
import org.dramatis.core.number.Measured;
import org.dramatis.lab.experiment.Family;
import org.dramatis.lab.experiment.Group;
import org.dramatis.lab.experiment.Outcome;
import org.junit.jupiter.api.Test;

class ScoreboardTest {
    private static final Family MIXED = family("mixed", false, "mostly-plain");
    private static final Family SELF = family("self", false, "who-it-is");

    private static Scoreboard board(Outcome outcome) {
        return Scoreboard.of(outcome, Optional.empty());
    }

    @Test
    void casesAreGroupsLooksAndPersonas() {
        List<Case> cases = Case.of(outcome(1, trial(MIXED, looks(.5, .6, .7), looks(.5, .7, .8))));

        // The trained domain, others and itself; two looks; two personas.
        assertThat(cases).hasSize(3 * 2 * 2);
        assertThat(cases).extracting(Case::group).containsOnly(Group.TRAINED, Group.OTHER, Group.SELF);
        assertThat(cases.getFirst().observed()).isCloseTo(.2, within(1e-12));
        assertThat(cases.getLast().observed()).isCloseTo(-.3, within(1e-12));
        assertThat(cases.getLast().isLast()).isTrue();
    }

    @Test
    void theForecastIsTheOneOfBeforeAndShiftsAreCompared() {
        Scoreboard board = board(outcome(1, trial(MIXED, looks(.1, .3, .4), looks(.5, .7, .8))));

        assertThat(board.before().error()).isCloseTo(0, within(1e-12));
        assertThat(board.noChange().error()).isCloseTo(Math.sqrt((.04 + .09) / 2), within(1e-12));
    }

    @Test
    void aForecastOfTheOppositeIsAsWrongAsCanBe() {
        Scoreboard board = board(outcome(1, trial(MIXED, looks(.5, .3, .2), looks(.5, .7, .8))));

        assertThat(((Measured.Known<Double>) board.before().correlation()).value())
                .isCloseTo(-1, within(1e-12));
        assertThat(board.before().error()).isCloseTo(2 * board.noChange().error(), within(1e-12));
    }

    /** Pilots and one family went at rate 2: fitted to them, the other family is forecast at 2 though it went at .5. */
    @Test
    void aFamilyThatIsLeftOutHasNoPartInItsRate() {
        Scoreboard board = board(outcome(2, asForetold(MIXED, 2), asForetold(SELF, .5)));
        List<Case> cases = board.cases();
        var own = Trials.forecaster();

        for (int i = 0; i < cases.size(); i++) {
            if (cases.get(i).family().equals("self")) {
                double atTwo =
                        cases.get(i).shift(own.forecast(cases.get(i).trial().data(), 2));
                assertThat(board.leftOut().column().shifts().get(i)).isCloseTo(atTwo, within(1e-3));
            }
        }
        assertThat(board.leftOut().error()).isPositive();
    }

    /** A scan has a rate every tenth in the logarithm, and a parabola between them: a shift is right to a thousandth. */
    @Test
    void whereAllWentAtOneRateNothingIsMissed() {
        Scoreboard board = board(outcome(2, asForetold(MIXED, 2), asForetold(SELF, 2)));

        assertThat(board.pooled().error()).isCloseTo(0, within(1e-3));
        assertThat(board.leftOut().error()).isCloseTo(0, within(1e-3));
        assertThat(board.scores())
                .extracting(score -> score.column().key())
                .containsExactly("before", "pooled", "left_out", "base_rate", "bayes", "context_free", "no_change");
    }
}
