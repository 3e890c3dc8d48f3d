package org.dramatis.core.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.dramatis.core.number.Weights;
import org.junit.jupiter.api.Test;

class AnsweredProbeTest {
    private static final Weights BEFORE = Weights.of(.75, .25);
    private static final CastAnswers HABITS = new CastAnswers(
            new Probe("tea", "Tea?", List.of("yes", "no", "never")),
            List.of(List.of(Weights.of(.8, .2, 0)), List.of(Weights.of(.4, .6, 0))));

    @Test
    void todaysMixtureAnswersAsTheAssistantDoesToday() {
        Weights today = Weights.of(.2, .7, .1);

        assertThat(new AnsweredProbe(HABITS, today).answers(BEFORE, BEFORE).toArray())
                .containsExactly(today.toArray(), within(1e-15));
    }

    @Test
    void anotherMixtureRaisesWhatItSaysMoreOften() {
        // The mixture says yes .7 of the time today and .5 with equal weights, no .3 and .5.
        Weights after = new AnsweredProbe(HABITS, Weights.of(.5, .5, 0)).answers(BEFORE, Weights.uniform(2));

        double yes = .5 * .6 / .7;
        double no = .5 * .4 / .3;
        assertThat(after.toArray()).containsExactly(new double[] {yes / (yes + no), no / (yes + no), 0}, within(1e-15));
    }

    @Test
    void whatNoPersonaSaysStaysAsItIsBesideTheOthers() {
        Weights after = new AnsweredProbe(HABITS, Weights.of(.4, .4, .2)).answers(BEFORE, Weights.of(1, 0));

        double yes = .4 * .8 / .7;
        double no = .4 * .2 / .3;
        assertThat(after.at(2)).isCloseTo(.2 / (yes + no + .2), within(1e-15));
    }

    @Test
    void wherePersonasAreTheWholeTruthItIsTheirMixture() {
        Weights after = Weights.of(.1, .9);

        assertThat(AnsweredProbe.mixed(HABITS, BEFORE).answers(BEFORE, after).toArray())
                .containsExactly(new double[] {.1 * .8 + .9 * .4, .1 * .2 + .9 * .6, 0}, within(1e-15));
    }

    @Test
    void answersOfAnotherProbeAreRefused() {
        assertThatThrownBy(() -> new AnsweredProbe(HABITS, Weights.uniform(2)))
                .hasMessage("2 answer probabilities of today to probe 'tea', which lists 3 answers");
    }
}
