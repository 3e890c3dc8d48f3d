package org.dramatis.core.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class RateScanTest {
    /** A run whose shifts saturate with the rate, observed at one rate. */
    private static ObservedRun run(double rate, double reach) {
        return new ObservedRun(saturating(rate, reach), other -> saturating(other, reach));
    }

    private static double[] saturating(double rate, double reach) {
        return new double[] {reach * (1 - Math.exp(-rate)), -reach * rate / (1 + rate)};
    }

    @Test
    void runsOfOneRateGiveItBack() {
        RateScan scan = RateScan.of(List.of(run(2, .5), run(2, .9)), .01, 100);

        // A parabola through points a thirteenth apart in the logarithm.
        assertThat(scan.best(List.of(0, 1))).isCloseTo(2, within(.01));
    }

    @Test
    void onlyTheRunsThatAreNamedCount() {
        RateScan scan = RateScan.of(List.of(run(2, .5), run(.3, .5)), .01, 100);

        assertThat(scan.best(List.of(0))).isCloseTo(2, within(.01));
        assertThat(scan.best(List.of(1))).isCloseTo(.3, within(.005));
    }

    /** The independent fit by golden sections. */
    @Test
    void itIsTheRateOfTheFit() {
        List<ObservedRun> runs = List.of(run(2, .5), run(1.2, .9), run(.8, .3));

        double fitted = RateFit.fit(runs, .01, 100).estimate(.95).point();
        assertThat(RateScan.of(runs, .01, 100).best(List.of(0, 1, 2))).isCloseTo(fitted, within(.005 * fitted));
    }

    @Test
    void atTheEndOfTheScanItIsTheEnd() {
        assertThat(RateScan.of(List.of(run(500, .5)), .01, 1).best(List.of(0))).isEqualTo(1, within(1e-9));
        assertThatThrownBy(() -> RateScan.of(List.of(run(1, 1)), 1, .1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no range");
        assertThatThrownBy(() -> RateScan.of(List.of(run(1, 1)), .1, 1).best(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 1");
    }
}
