package org.dramatis.report.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.7 | 5 | 0 0.2 0.4 0.6 0.8",
                "1 | 5 | 0 0.2 0.4 0.6 0.8 1",
                "0.3 | 3 | 0 0.1 0.2 0.3",
                "1 | 3 | 0 0.5 1",
                "250 | 5 | 0 50 100 150 200 250",
                "1 | 1 | 0 1",
                "0.004 | 5 | 0 0.001 0.002 0.003 0.004"
            })
    void ticksAreRoundAndReachTheHighestValue(double highest, int most, String ticks) {
        List<Double> expected =
                Arrays.stream(ticks.split(" ")).map(Double::valueOf).toList();
        Scale scale = Scale.upTo(highest, most, 0, 100);
        assertThat(scale.ticks()).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(scale.ticks().get(i)).isCloseTo(expected.get(i), offset(1e-12));
        }
    }

    @Test
    void weightsAreNeverSpreadSoFarThatTicksReadAlike() {
        assertThat(Scale.ofWeights(.002, 5, 0, 100).ticks()).hasSize(6).last().isEqualTo(.05);
    }

    @Test
    void aScaleThatEndsBetweenTicksHasNoneBeyondItsEnd() {
        assertThat(new Scale(0, 230, 50, 0, 100).ticks()).containsExactly(0.0, 50.0, 100.0, 150.0, 200.0);
    }

    @ParameterizedTest
    @CsvSource({"0, 100", "5, 60", "10, 20", "12, 20", "-3, 100"})
    void valuesLieOnAStraightLineAndNeverBeyondItsEnds(double value, double place) {
        assertThat(new Scale(0, 10, 5, 100, 20).at(value)).isEqualTo(place);
    }
}
