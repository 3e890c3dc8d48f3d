package org.dramatis.core.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class QuantilesTest {
    @Test
    void interpolatesBetweenOrderStatistics() {
        double[] draws = {4, 1, 3, 2, 5};
        assertThat(Quantiles.of(draws, 0.5)).isEqualTo(3);
        assertThat(Quantiles.of(draws, 0.25)).isEqualTo(1.5);
        assertThat(Quantiles.of(draws, 0.01)).isEqualTo(1);
        assertThat(Quantiles.of(draws, 1)).isEqualTo(5);
        assertThat(Quantiles.interval(draws, 0.5)).isEqualTo(new Interval(1.5, 4.5, 0.5));
    }

    @Test
    void refusesDrawsThatAreNoNumbers() {
        assertThatThrownBy(() -> Quantiles.of(new double[0], 0.5)).hasMessageContaining("no draws");
        assertThatThrownBy(() -> Quantiles.of(new double[] {1, Double.NaN}, 0.5))
                .hasMessageContaining("NaN");
        assertThatThrownBy(() -> Quantiles.interval(new double[] {1}, 1)).hasMessageContaining("level is 1.0");
        assertThatThrownBy(() -> new Interval(2, 1, 0.9)).hasMessageContaining("from 2.0 to 1.0");
        assertThatThrownBy(() -> new Estimate(Double.NaN, new Interval(0, 1, 0.9)))
                .hasMessageContaining("NaN");
    }

    @Test
    void refusesWhatIsNoProbability() {
        assertThatThrownBy(() -> Quantiles.of(new double[] {1, 2}, 7)).hasMessageContaining("p is 7.0");
        assertThatThrownBy(() -> Quantiles.of(new double[] {1, 2}, Double.NaN)).hasMessageContaining("p is NaN");
    }

    @Test
    void refusesInfiniteDraws() {
        assertThatThrownBy(() -> Quantiles.of(new double[] {1, Double.POSITIVE_INFINITY}, 0.5))
                .hasMessage("a draw is Infinity: quantiles need finite draws");
        assertThatThrownBy(() -> Quantiles.of(new double[] {Double.NEGATIVE_INFINITY, 1}, 0.5))
                .hasMessageContaining("a draw is -Infinity");
    }

    @Test
    void anIntervalReachesOnlyOutwards() {
        assertThatThrownBy(() -> new Interval(Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, 0.9))
                .hasMessageContaining("from -Infinity to -Infinity");
        assertThat(new Interval(Double.NEGATIVE_INFINITY, 3, 0.9).width()).isEqualTo(Double.POSITIVE_INFINITY);
    }
}
