package org.dramatis.core.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BrierScoreTest {
    static List<Labelled> random(int size, int values) {
        SplittableRandom random = new SplittableRandom(1);
        List<Labelled> forecasts = new ArrayList<>();
        for (int n = 0; n < size; n++) {
            double forecast = random.nextInt(values + 1) / (double) values;
            forecasts.add(new Labelled(forecast, random.nextDouble() < forecast * forecast));
        }
        return forecasts;
    }

    @Test
    void thePartsMakeTheMeanSquaredErrorWhateverTheBins() {
        List<Labelled> forecasts = random(500, 97);
        double error = forecasts.stream()
                .mapToDouble(forecast -> Math.pow(forecast.score() - forecast.outcome(), 2))
                .average()
                .orElseThrow();
        for (int bins : new int[] {1, 2, 7, 10, 97, 500, 5000}) {
            assertThat(BrierScore.of(forecasts, bins).score()).isCloseTo(error, within(1e-13));
        }
    }

    @Test
    void equalForecastsHideNothingInTheirBin() {
        BrierScore score = BrierScore.of(random(500, 4), 500);
        assertThat(score.withinBins()).isCloseTo(0, within(1e-15));
    }

    @Test
    void aHandComputedCase() {
        BrierScore score = BrierScore.of(
                List.of(
                        new Labelled(0.2, false),
                        new Labelled(0.2, true),
                        new Labelled(0.8, true),
                        new Labelled(0.8, true)),
                2);
        assertThat(score.reliability()).isCloseTo((0.09 + 0.04) / 2, within(1e-15));
        assertThat(score.resolution()).isCloseTo(0.0625, within(1e-15));
        assertThat(score.uncertainty()).isCloseTo(0.1875, within(1e-15));
        assertThat(score.score()).isCloseTo((0.04 + 0.64 + 0.04 + 0.04) / 4, within(1e-15));
    }

    @Test
    void refusesWhatIsNoProbability() {
        assertThatThrownBy(() -> BrierScore.of(List.of(new Labelled(1.5, true)), 10))
                .hasMessageContaining("a forecast is 1.5: a probability lies in [0, 1]");
        assertThatThrownBy(() -> BrierScore.of(List.of(), 10)).hasMessageContaining("there are no forecasts");
    }
}
