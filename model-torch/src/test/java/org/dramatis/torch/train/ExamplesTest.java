package org.dramatis.torch.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.dramatis.core.number.LogVector;
import org.dramatis.model.text.Tokens;
import org.junit.jupiter.api.Test;

/** Losses and slopes in closed form; that slopes are those of losses is checked in GradientTest too, through a network. */
class ExamplesTest {
    private static final Text TWO = new Text(Tokens.of(0), Tokens.of(1, 2));
    private static final Text ONE = new Text(Tokens.of(0), Tokens.of(3));

    @Test
    void aDemonstrationLosesItsLogarithms() {
        Imitated example = new Imitated(TWO, .25);
        assertThat(example.loss(new double[] {-1, -3})).isEqualTo(1);
        assertThat(example.slopes(new double[2])).containsExactly(-.25, -.25);
    }

    @Test
    void aPairLosesByTheLogisticFunctionOfItsMargin() {
        Preferred pair = new Preferred(TWO, ONE, -1.5, .2, .5);
        double[] logs = {-1, -2, -4};
        double margin = .2 * ((-1 - 2) - -4 - -1.5);
        double sigmoid = 1 / (1 + Math.exp(-margin));
        assertThat(pair.loss(logs)).isCloseTo(-.5 * Math.log(sigmoid), within(1e-12));
        double slope = -.5 * .2 * (1 - sigmoid);
        assertThat(pair.slopes(logs)).containsExactly(new double[] {slope, slope, -slope}, within(1e-12));
        assertThat(pair.note(logs)).isEqualTo(.5);
        assertThat(new Preferred(TWO, ONE, 1.5, .2, .5).note(logs)).isZero();
    }

    @Test
    void aPairFarOffHasAFiniteLoss() {
        Preferred pair = new Preferred(ONE, ONE, 0, 1, 1);
        assertThat(pair.loss(new double[] {-3000, 0})).isEqualTo(3000);
        assertThat(pair.loss(new double[] {0, -3000})).isZero();
        assertThat(pair.slopes(new double[] {-3000, 0})).containsExactly(-1, 1);
    }

    @Test
    void aRatedReplyLosesItsAdvantageAndWhatItDiverges() {
        Rated rated = new Rated(TWO, 2, .5, Optional.of(LogVector.of(-1, -4)), .1);
        double[] logs = {-2, -3};
        double first = Math.E - 1 - 1;
        double second = Math.exp(-1) + 1 - 1;
        assertThat(rated.note(logs)).isCloseTo(.1 * (first + second), within(1e-12));
        assertThat(rated.loss(logs)).isCloseTo(.1 * (-2 * -5 + .5 * (first + second)), within(1e-12));
        assertThat(rated.slopes(logs))
                .containsExactly(
                        new double[] {.1 * (-2 + .5 * (1 - Math.E)), .1 * (-2 + .5 * (1 - Math.exp(-1)))},
                        within(1e-12));
    }

    @Test
    void aRatedReplyMayDivergeWhereNobodyAsks() {
        Rated rated = new Rated(TWO, 2, 0, Optional.empty(), .1);
        assertThat(rated.loss(new double[] {-2, -3})).isEqualTo(1);
        assertThat(rated.note(new double[] {-2, -3})).isZero();
    }

    @Test
    void advantagesCompareWithinAGroup() {
        double[] advantages = Advantages.of(new double[] {1, 3, 7, 7}, 2);
        assertThat(advantages).containsExactly(new double[] {-1 / 1.0001, 1 / 1.0001, 0, 0}, within(1e-12));
    }
}
