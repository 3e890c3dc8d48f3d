package org.dramatis.core.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class IndependentEstimatesTest {
    private static Estimate estimate(double point, double low, double high) {
        return new Estimate(point, new Interval(low, high, 0.95));
    }

    @Test
    void symmetricIntervalsAddInQuadrature() {
        Estimate difference = IndependentEstimates.difference(estimate(5, 2, 8), estimate(1, -3, 5));
        assertThat(difference).isEqualTo(estimate(4, -1, 9));
    }

    /** Newcombe (1998, Statistics in Medicine 17), table II (a), method 10: 56/70 less 48/80 has .0524 to .3339. */
    @Test
    void ofWilsonIntervalsItIsNewcombes() {
        Estimate difference = IndependentEstimates.difference(
                new Proportion(56, 70).wilson(0.95), new Proportion(48, 80).wilson(0.95));
        assertThat(difference.interval().low()).isCloseTo(0.0524, within(5e-5));
        assertThat(difference.interval().high()).isCloseTo(0.3339, within(5e-5));
    }

    @Test
    void refusesIntervalsThatDoNotBelongTogether() {
        assertThatThrownBy(() ->
                        IndependentEstimates.difference(estimate(0, -1, 1), new Estimate(0, new Interval(-1, 1, 0.9))))
                .hasMessage("intervals of level 0.95 and 0.9 make none of either: use one level");
        assertThatThrownBy(() -> IndependentEstimates.difference(estimate(0, -1, 1), estimate(3, -1, 1)))
                .hasMessageContaining("the point 3.0 lies outside");
    }
}
