package org.dramatis.core.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.dramatis.core.Coverage;
import org.dramatis.core.number.LogSpace;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Runs are simulated with a known eta, values of one run erring together; the interval of eta must hold it.
 *
 * <p>The cluster-robust variance is itself estimated from the runs: with a handful of them the interval is off by a few
 * hundredths even after widening, besides the noise of the simulation.
 */
class RateCoverageTest {
    private static final double ETA = 0.1;

    @ParameterizedTest
    @CsvSource({"6, 0, 0.06", "6, 0.8, 0.06", "12, 0.8, 0.03", "40, 0.8, 0.02", "40, 0, 0.02"})
    void etaIsHeldAsOftenAsStated(int runs, double together, double allowed) {
        Coverage coverage = Coverage.of(
                "Learning rate eta",
                runs + " runs, errors within a run correlated by " + together,
                0.95,
                1_000,
                5,
                random -> RateFit.fit(simulated(runs, together, random), 1e-3, 10)
                        .estimate(0.95)
                        .interval()
                        .contains(ETA));
        assertThat(coverage.share()).isCloseTo(0.95, within(allowed + coverage.fourErrors()));
    }

    /** Saturating curves of different steepness, as selection draws them, observed at ten checkpoints. */
    private static List<ObservedRun> simulated(int runs, double together, RandomGenerator random) {
        return IntStream.range(0, runs)
                .mapToObj(run -> {
                    double speed = 0.3 + 2 * random.nextDouble();
                    double shared = random.nextGaussian();
                    double[] observed = curve(speed, ETA);
                    for (int i = 0; i < observed.length; i++) {
                        double own = random.nextGaussian();
                        observed[i] += 0.1 * (Math.sqrt(together) * shared + Math.sqrt(1 - together) * own);
                    }
                    return new ObservedRun(observed, rate -> curve(speed, rate));
                })
                .toList();
    }

    private static double[] curve(double speed, double rate) {
        return IntStream.rangeClosed(1, 10)
                .mapToDouble(checkpoint -> LogSpace.sigmoid(speed * rate * 10 * checkpoint - 3))
                .toArray();
    }
}
