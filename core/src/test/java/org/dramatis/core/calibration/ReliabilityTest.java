package org.dramatis.core.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.dramatis.core.calibration.Reliability.Bin;
import org.dramatis.core.number.Proportion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ReliabilityTest {
    @Test
    void binsHoldEquallyManyForecasts() {
        List<Labelled> forecasts = IntStream.range(0, 100)
                .mapToObj(n -> new Labelled(n / 100.0, n % 2 == 0))
                .toList();
        Reliability curve = Reliability.of(forecasts, 4);
        assertThat(curve.bins()).extracting(Bin::count).containsExactly(25L, 25L, 25L, 25L);
        assertThat(curve.bins().getFirst().meanForecast()).isCloseTo(0.12, within(1e-15));
        assertThat(curve.bins().getFirst().happened()).isEqualTo(new Proportion(13, 25));
    }

    @Test
    void equalForecastsShareABinInWhateverOrderTheyCome() {
        List<Labelled> forecasts = new ArrayList<>();
        for (int n = 0; n < 30; n++) {
            forecasts.add(new Labelled(n < 25 ? 0.5 : 0.9, n % 3 == 0));
        }
        Reliability curve = Reliability.of(forecasts, 10);
        assertThat(curve.bins()).extracting(Bin::count).containsExactly(25L, 5L);
        Collections.shuffle(forecasts, new Random(1));
        assertThat(Reliability.of(forecasts, 10).expectedCalibrationError())
                .isCloseTo(curve.expectedCalibrationError(), within(1e-15));
    }

    @Test
    void theErrorIsTheWeightedDistanceFromTheDiagonal() {
        Reliability curve =
                Reliability.of(List.of(new Labelled(0.2, false), new Labelled(0.2, false), new Labelled(0.7, true)), 2);
        assertThat(curve.expectedCalibrationError()).isCloseTo((2 * 0.2 + 0.3) / 3, within(1e-15));
        assertThat(curve.explain().outline()).contains("forecasts of about 0.7");
    }

    @Test
    void refusesWhatHasNoCurve() {
        assertThatThrownBy(() -> new Reliability(List.of())).hasMessageContaining("at least one bin");
        assertThatThrownBy(() -> Reliability.of(List.of(), 10)).hasMessageContaining("there are no forecasts");
        assertThatThrownBy(() -> Reliability.of(List.of(new Labelled(0.5, true)), 0))
                .hasMessage("0 bins hold no forecasts: ask for at least one");
        assertThatThrownBy(() -> Reliability.of(List.of(new Labelled(-0.1, true)), 2))
                .hasMessageContaining("a forecast is -0.1");
    }

    @Test
    @Timeout(2)
    void moreBinsThanForecastsAreNotGoneThrough() {
        assertThat(Reliability.of(List.of(new Labelled(0.3, true)), Integer.MAX_VALUE)
                        .bins())
                .hasSize(1);
    }

    @Test
    void aBinIsMadeOfNumbers() {
        assertThatThrownBy(() -> new Reliability.Bin(7, new Proportion(1, 2), 0))
                .hasMessageContaining("forecast 7.0");
        assertThatThrownBy(() -> new BrierScore(Double.NaN, 0, 0.25, 0))
                .hasMessage("the reliability is NaN: it must lie in [0, 1]");
        assertThatThrownBy(() -> new BrierScore(0, 0, 0.25, Double.POSITIVE_INFINITY))
                .hasMessageContaining("Infinity");
    }
}
