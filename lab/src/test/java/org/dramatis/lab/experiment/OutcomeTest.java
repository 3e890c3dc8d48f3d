package org.dramatis.lab.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.dramatis.core.number.Measured;
import org.dramatis.core.number.Weights;
import org.dramatis.core.selection.RatePosterior;
import org.dramatis.lab.posttrain.Posttraining.Look;
import org.junit.jupiter.api.Test;

class OutcomeTest {
    private static final Experiment EXPERIMENT =
            new Experiment("tea-time", "Who is told tea is told hats.", List.of("who-it-is"), List.of("mostly-plain"));
    private static final StartingPoint START = Tea.start(Weights.of(.6, .3, .1));

    /** All probes alike: the answer of the first persona with this probability. */
    private static Look look(int step, double plain) {
        return new Look(step, Collections.nCopies(Tea.PROBES.size(), Weights.of(plain, 1 - plain)));
    }

    private static Outcome outcome(List<Look> forecast, List<Look> observed) {
        return new Outcome(
                EXPERIMENT,
                START,
                new Experimenter.Settings(1, 20, 4, 1e-4, 10),
                RatePosterior.certain(2),
                List.of(new Trial("mostly-plain", 1, forecast, observed)));
    }

    private static final List<Look> OBSERVED = List.of(look(0, .5), look(10, .7), look(20, .8));

    @Test
    void aForecastThatEqualsTheObservationIsWithoutError() {
        Outcome outcome = outcome(OBSERVED, OBSERVED);

        assertThat(outcome.correlation().orElseThrow()).isCloseTo(1, within(1e-12));
        assertThat(outcome.error()).isZero();
        assertThat(outcome.errorOfNoChange()).isCloseTo(Math.sqrt((.2 * .2 + .3 * .3) / 2), within(1e-12));
    }

    @Test
    void aForecastOfTheOppositeIsAsWrongAsCanBe() {
        Outcome outcome = outcome(List.of(look(0, .5), look(10, .3), look(20, .2)), OBSERVED);

        assertThat(outcome.correlation().orElseThrow()).isCloseTo(-1, within(1e-12));
        assertThat(outcome.error()).isCloseTo(2 * outcome.errorOfNoChange(), within(1e-12));
    }

    /** Another level before training is no error: it is the shifts that are forecast. */
    @Test
    void shiftsAreComparedNotLevels() {
        assertThat(outcome(List.of(look(0, .1), look(10, .3), look(20, .4)), OBSERVED)
                        .error())
                .isCloseTo(0, within(1e-12));
    }

    @Test
    void probesAreGroupedByHowNearTheyAreToTheTrainedDomain() {
        Outcome outcome = outcome(OBSERVED, OBSERVED);
        Set<String> trained = outcome.trained(outcome.trials().getFirst());

        assertThat(trained).containsExactly("tea");
        assertThat(Tea.PROBES)
                .extracting(probe -> probe.probe().id())
                .containsExactly("tea: a tea stain", "hats: a felt hat", "self: who", "self: coin");
        assertThat(START.places(Group.TRAINED, trained)).containsExactly(0);
        assertThat(START.places(Group.OTHER, trained)).containsExactly(1);
        assertThat(START.places(Group.SELF, trained)).containsExactly(2, 3);
        // Three groups, two looks behind the first, two answers.
        assertThat(outcome.shifts()).hasSize(3 * 2 * 2);
    }

    @Test
    void theFiguresOfThePageAreThoseOfTheOutcome() {
        Outcome outcome = outcome(OBSERVED, OBSERVED);
        ExperimentPage page = new ExperimentPage(outcome);

        assertThat(page.figures()).containsOnlyKeys("r", "rmse", "rmse_no_change", "seeds", "runs");
        assertThat(page.figures()).containsEntry("rmse", 0.0).containsEntry("runs", 1.0);
        assertThat(page.figures().get("rmse_no_change")).isEqualTo(outcome.errorOfNoChange());
        assertThat(page.line()).isEqualTo("tea-time r=1.000 rmse=0.000 rmse_no_change=0.2550 seeds=1.000 runs=1.000");
        assertThat(page.markdown())
                .startsWith("# Who is told tea is told hats.\n")
                .contains("**r = 1.000**", "the error is **0.000**", "nothing changes 0.255")
                .contains("| mostly-plain | 1 | the trained domain | plain | 0.50 | 0.80 | 0.80 |")
                .contains("| mostly-plain | 1 | itself | grim | 0.50 | 0.20 | 0.20 |")
                .contains("`dramatis lab experiment tea-time`");
    }

    @Test
    void whereNothingMovesThereIsNoCorrelation() {
        Outcome outcome = outcome(List.of(look(0, .5), look(10, .5), look(20, .5)), OBSERVED);

        assertThat(outcome.correlation()).isInstanceOf(Measured.Unmeasurable.class);
        assertThat(outcome.error()).isEqualTo(outcome.errorOfNoChange());
        assertThat(new ExperimentPage(outcome).figures()).doesNotContainKey("r");
        assertThat(new ExperimentPage(outcome).markdown()).contains("**r = none**");
    }

    @Test
    void aTrialIsForecastWhereItIsObserved() {
        assertThatThrownBy(() -> outcome(List.of(look(0, .5), look(20, .5)), OBSERVED))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at steps [0, 20] and observed at [0, 10, 20]");
    }
}
