package org.dramatis.core.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FiellerTest {
    private static final double LEVEL = 0.95;

    @Test
    void endsSolveTheDefiningEquation() {
        double t = Distributions.studentQuantile(0.975, 9);
        Interval interval = Fieller.interval(3, -2, 0.25, 0.16, 0.1, 9, LEVEL).orElseThrow();
        for (double rho : new double[] {interval.low(), interval.high()}) {
            double variance = 0.25 - 2 * rho * 0.1 + rho * rho * 0.16;
            assertThat(Math.pow(3 + rho * 2, 2)).isCloseTo(t * t * variance, within(1e-12));
        }
        assertThat(interval.contains(-1.5)).isTrue();
    }

    @Test
    void aKnownDenominatorGivesStudentsInterval() {
        Interval interval = Fieller.interval(3, 2, 0.25, 0, 0, 9, LEVEL).orElseThrow();
        double half = Distributions.studentQuantile(0.975, 9) * 0.5 / 2;
        assertThat(interval.low()).isCloseTo(1.5 - half, within(1e-12));
        assertThat(interval.high()).isCloseTo(1.5 + half, within(1e-12));
    }

    @Test
    void aNumeratorThatIsAMultipleOfTheDenominatorLeavesNoDoubt() {
        Interval interval =
                Fieller.interval(0.6, 2, 0.09 * 0.2, 0.2, 0.3 * 0.2, 9, LEVEL).orElseThrow();
        // The discriminant vanishes but for rounding of 1e-17, of which this is the root.
        assertThat(interval.low()).isCloseTo(0.3, within(1e-7));
        assertThat(interval.high()).isCloseTo(0.3, within(1e-7));
    }

    @Test
    void isEquivariantUnderScale() {
        Interval plain = Fieller.interval(3, 2, 0.25, 0.16, 0.1, 9, LEVEL).orElseThrow();
        Interval scaled =
                Fieller.interval(3e150, 2, 0.25e300, 0.16, 0.1e150, 9, LEVEL).orElseThrow();
        assertThat(scaled.low() / 1e150).isCloseTo(plain.low(), within(1e-12));
        assertThat(scaled.high() / 1e150).isCloseTo(plain.high(), within(1e-12));
    }

    @Test
    void isEmptyWhenTheDenominatorMayBeZero() {
        double t = Distributions.studentQuantile(0.975, 9);
        assertThat(Fieller.interval(3, 0.999 * t, 1, 1, 0, 9, LEVEL)).isEmpty();
        assertThat(Fieller.interval(3, 1.001 * t, 1, 1, 0, 9, LEVEL)).isPresent();
        assertThat(Fieller.interval(3, 0, 1, 0, 0, 9, LEVEL)).isEmpty();
    }

    @Test
    void refusesWhatNoSampleGives() {
        assertThatThrownBy(() -> Fieller.interval(Double.NaN, 1, 1, 1, 0, 9, LEVEL))
                .hasMessage("the numerator is NaN: it must be finite");
        assertThatThrownBy(() -> Fieller.interval(1, 1, 1, -2, 0, 9, LEVEL))
                .hasMessage("the variance of the denominator is -2.0: it must be finite and not negative");
        assertThatThrownBy(() -> Fieller.interval(1, 1, 1, 4, 3, 9, LEVEL))
                .hasMessage("the covariance is 3.0: variances of 1.0 and 4.0 allow at most 2.0 either way");
        assertThatThrownBy(() -> Fieller.interval(1, 1, 1, 1, 0, 0, LEVEL))
                .hasMessage("degrees of freedom are 0.0: they must be positive and finite");
        assertThatThrownBy(() -> Fieller.interval(1, 1, 1, 1, 0, 9, 95)).hasMessageContaining("level is 95.0");
    }

    @Test
    void aTinyDenominatorThatIsKnownMakesALargeRatio() {
        double t = Distributions.studentQuantile(0.975, 5);

        Interval interval = Fieller.interval(1, 1e-200, 1, 0, 0, 5, LEVEL).orElseThrow();

        assertThat(interval.low() / 1e200).isCloseTo(1 - t, within(1e-12));
        assertThat(interval.high() / 1e200).isCloseTo(1 + t, within(1e-12));
    }

    @Test
    void aRatioTooLargeForADoubleIsNamed() {
        assertThatThrownBy(() -> Fieller.interval(1, 1e-320, 1, 0, 0, 5, LEVEL))
                .hasMessage("the ratio is Infinity: it must be finite");
    }

    @Test
    void zeroKnownExactlyIsZero() {
        assertThat(Fieller.interval(0, 2, 0, 0.1, 0, 9, LEVEL)).contains(new Interval(0, 0, LEVEL));
    }
}
