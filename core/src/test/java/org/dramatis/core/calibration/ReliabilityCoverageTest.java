package org.dramatis.core.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.dramatis.core.Coverage;
import org.junit.jupiter.api.Test;

class ReliabilityCoverageTest {
    private static final int RUNS = 2_000;

    /**
     * The interval of a bin holds the mean forecast of forecasts that mean what they say. A little too often, because
     * unequal probabilities make a count vary less than a binomial; whole counts move it either way by a few percent.
     * The binomial error of 20,000 bins is 0.6 %.
     */
    @Test
    void theDiagonalIsInsideTheIntervalsOfHonestForecasts() {
        assertThat(coverage(20).share()).isBetween(0.94, 0.98);
        assertThat(coverage(100).share()).isBetween(0.94, 0.98);
    }

    /** The share, over bins and runs, of Wilson intervals that hold the bin's mean forecast. */
    private static Coverage coverage(int forecastsPerBin) {
        SplittableRandom random = new SplittableRandom(1);
        int held = 0;
        int bins = 0;
        for (int run = 0; run < RUNS; run++) {
            Reliability curve = Reliability.of(
                    Stream.generate(random::nextDouble)
                            .limit(10L * forecastsPerBin)
                            .map(forecast -> new Labelled(forecast, random.nextDouble() < forecast))
                            .toList(),
                    10);
            bins += curve.bins().size();
            held += (int) curve.bins().stream()
                    .filter(bin -> bin.happened().wilson(0.95).interval().contains(bin.meanForecast()))
                    .count();
        }
        return Coverage.counted("Reliability bin", forecastsPerBin + " honest forecasts a bin", 0.95, bins, held);
    }
}
