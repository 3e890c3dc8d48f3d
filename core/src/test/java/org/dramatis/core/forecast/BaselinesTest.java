package org.dramatis.core.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.dramatis.core.number.Measured;
import org.junit.jupiter.api.Test;

class BaselinesTest {
    private static final List<double[]> DATA = List.of(new double[] {1, 0}, new double[] {3, 2});

    @Test
    void baseRateIsTheMeanShiftOfABehaviour() {
        Map<String, Double> rates = Baselines.baseRates(List.of(
                new Baselines.ObservedShift("lies", 0.2),
                new Baselines.ObservedShift("helps", -0.1),
                new Baselines.ObservedShift("lies", 0.4)));
        assertThat(rates.get("lies")).isCloseTo(0.3, within(1e-15));
        assertThat(rates.keySet()).containsExactly("helps", "lies");
    }

    @Test
    void distanceIsThatOfTheDirections() {
        // The mean of the data is (2, 1); the probe's (-1, 2) is at a right angle, (4, 2) in line.
        assertThat(Baselines.centroidDistance(DATA, List.of(new double[] {-1, 2})))
                .isEqualTo(Measured.known(1.0));
        assertThat(Baselines.centroidDistance(DATA, List.of(new double[] {4, 2}))
                        .orElseThrow())
                .isCloseTo(0, within(1e-15));
        assertThat(Baselines.centroidDistance(DATA, List.of(new double[] {0, 0})))
                .isInstanceOf(Measured.Unmeasurable.class);
    }

    @Test
    void projectionIsMeasuredAlongThePersonaVector() {
        // (2, 1) - (0, 1) = (2, 0), and (3, 4) / 5 of that is 1.2.
        assertThat(Baselines.projectionDifference(DATA, List.of(new double[] {0, 1}), new double[] {3, 4})
                        .orElseThrow())
                .isCloseTo(1.2, within(1e-15));
        assertThat(Baselines.projectionDifference(DATA, DATA, new double[] {0, 0}))
                .isInstanceOf(Measured.Unmeasurable.class);
    }

    @Test
    void gradientInfluenceIsTheFirstStep() {
        assertThat(Baselines.gradientInfluence(DATA, new double[] {10, 1})).isEqualTo(21);
    }

    @Test
    void refusesVectorsThatDoNotBelongTogether() {
        assertThatThrownBy(() -> Baselines.gradientInfluence(List.of(), new double[] {1}))
                .hasMessageContaining("the mean of no vectors");
        assertThatThrownBy(() -> Baselines.gradientInfluence(DATA, new double[] {1}))
                .hasMessage("vectors of 2 and 1 entries are not of one space");
        assertThatThrownBy(() -> Baselines.gradientInfluence(DATA, new double[] {Double.NaN, 1}))
                .hasMessageContaining("must be finite");
    }
}
