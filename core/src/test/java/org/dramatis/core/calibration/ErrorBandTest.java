package org.dramatis.core.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ErrorBandTest {
    private static List<Pair> pairs(int number, long seed, double floor, double slope) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            double forecast = random.nextDouble(-.8, .8) * random.nextDouble();
            pairs.add(new Pair(forecast, forecast + (floor + slope * Math.abs(forecast)) * random.nextGaussian()));
        }
        return pairs;
    }

    /**
     * The share of new cases that a band of 2,000 pairs holds has a standard deviation of {@code sqrt(.95 .05 / 2000) = .005}, and
     * counting 20,000 of them adds .0015: four of the sum of both is .021.
     */
    @Test
    void newCasesLieInTheBandAsOftenAsItSays() {
        ErrorBand band = ErrorBand.fit(pairs(2_000, 1, .01, .1), .95);

        List<Pair> fresh = pairs(20_000, 2, .01, .1);
        long held = fresh.stream()
                .filter(pair -> band.around(pair.forecast()).contains(pair.observed()))
                .count();
        assertThat(held / 20_000.0).isCloseTo(.95, within(.021));
    }

    @Test
    void missesThatGrowWithTheForecastMakeABandThatDoes() {
        ErrorBand band = ErrorBand.fit(pairs(2_000, 3, .001, .2), .95);

        assertThat(band.reach(.5)).isGreaterThan(10 * band.reach(0));
    }

    @Test
    void missesThatDoNotGrowMakeABandOfAlmostOneWidth() {
        ErrorBand band = ErrorBand.fit(pairs(2_000, 4, .05, 0), .95);

        // 1.96 standard deviations of .05.
        assertThat(band.reach(0)).isCloseTo(.098, within(.02));
        assertThat(band.reach(.5)).isLessThan(2 * band.reach(0));
    }

    /** By hand: of 19 misses at one forecast, .95 of 20 is the 19th. */
    @Test
    void theQuantileIsThatOfSplitConformalPrediction() {
        List<Pair> known = new ArrayList<>();
        for (int i = 1; i <= 19; i++) {
            known.add(new Pair(0, i / 100.0));
        }

        assertThat(ErrorBand.fit(known, .95).reach(0)).isCloseTo(.19, within(1e-12));
        assertThat(ErrorBand.fit(known, .9).reach(0)).isCloseTo(.18, within(1e-12));
        assertThatThrownBy(() -> ErrorBand.fit(known.subList(0, 18), .95))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 19");
    }
}
