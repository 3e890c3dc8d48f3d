package org.dramatis.core.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LogSpaceTest {
    private static final double NEVER = Double.NEGATIVE_INFINITY;

    @Test
    void sumsExponentialsThatOverflowOrUnderflow() {
        assertThat(LogSpace.logSumExp(1000, 1000)).isCloseTo(1000 + Math.log(2), within(1e-12));
        assertThat(LogSpace.logSumExp(-1e6, -1e6 - 1)).isCloseTo(-1e6 + Math.log1p(Math.exp(-1)), within(1e-9));
        assertThat(LogSpace.logSumExp(-1, NEVER)).isEqualTo(-1);
    }

    @Test
    void sumOfNothingHasProbabilityZero() {
        assertThat(LogSpace.logSumExp()).isEqualTo(NEVER);
        assertThat(LogSpace.logSumExp(NEVER, NEVER)).isEqualTo(NEVER);
        assertThatThrownBy(LogSpace::logMeanExp).hasMessageContaining("pass at least one");
    }

    @Test
    void averagesInProbability() {
        assertThat(LogSpace.logMeanExp(Math.log(0.2), Math.log(0.4))).isCloseTo(Math.log(0.3), within(1e-15));
    }

    @Test
    void sigmoidIsExactInBothTails() {
        assertThat(LogSpace.logSigmoid(-800)).isEqualTo(-800);
        assertThat(LogSpace.logSigmoid(800)).isZero();
        assertThat(LogSpace.sigmoid(-40)).isCloseTo(Math.exp(-40), within(1e-30));
        assertThat(LogSpace.sigmoid(1) + LogSpace.sigmoid(-1)).isCloseTo(1, within(1e-15));
    }

    @Test
    void noWeightsFollowFromImpossibleLogits() {
        assertThatThrownBy(() -> LogSpace.softmaxInPlace(new double[] {NEVER, NEVER}))
                .hasMessage("no weights follow from 2 logits that are all minus infinity");
    }

    @Test
    void refusesWhatIsNoLogarithm() {
        assertThatThrownBy(() -> LogSpace.logSumExp(1, Double.POSITIVE_INFINITY))
                .hasMessage("a logarithm is Infinity: it must be finite, or -Infinity for probability 0");
        assertThatThrownBy(() -> LogSpace.logSumExp(Double.NaN, 1)).hasMessageContaining("a logarithm is NaN");
        assertThatThrownBy(() -> LogSpace.softmaxInPlace(new double[] {0, Double.POSITIVE_INFINITY}))
                .hasMessageContaining("a logarithm is Infinity");
    }
}
