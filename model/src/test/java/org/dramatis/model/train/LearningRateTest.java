package org.dramatis.model.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LearningRateTest {
    private static final LearningRate RATE = new LearningRate(2, 4, .1);

    @Test
    void growsInALineToThePeak() {
        assertThat(RATE.at(0, 15)).isEqualTo(.5);
        assertThat(RATE.at(2, 15)).isEqualTo(1.5);
        assertThat(RATE.at(3, 15)).isEqualTo(2);
        assertThat(RATE.at(4, 15)).isEqualTo(2);
    }

    @Test
    void fallsAlongHalfACosineToTheFloor() {
        assertThat(RATE.at(9, 15)).isCloseTo((2 + .2) / 2, within(1e-12));
        assertThat(RATE.at(7, 15)).isCloseTo(.2 + 1.8 * (1 + Math.cos(.3 * Math.PI)) / 2, within(1e-12));
        assertThat(RATE.at(14, 15)).isCloseTo(.2, within(1e-12));
    }

    @Test
    void staysWhereItIsConstant() {
        assertThat(LearningRate.constant(3).at(0, 7)).isEqualTo(3);
        assertThat(LearningRate.constant(3).at(6, 7)).isEqualTo(3);
    }

    @Test
    void isThePeakInARunOfOneStep() {
        assertThat(new LearningRate(3, 0, .1).at(0, 1)).isEqualTo(3);
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThatThrownBy(() -> new LearningRate(0, 1, .1))
                .hasMessageContaining("0.0")
                .hasMessageContaining("above 0");
        assertThatThrownBy(() -> new LearningRate(Double.NaN, 1, .1)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> new LearningRate(1, -1, .1)).hasMessageContaining("-1");
        assertThatThrownBy(() -> new LearningRate(1, 1, 1.5)).hasMessageContaining("1.5");
    }
}
