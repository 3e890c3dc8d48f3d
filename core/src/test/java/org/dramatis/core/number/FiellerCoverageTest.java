package org.dramatis.core.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import org.dramatis.core.Simulation;
import org.junit.jupiter.api.Test;

class FiellerCoverageTest {
    private static final int RUNS = 20_000;

    /** Of jointly normal observations the interval is exact, so only the binomial error of the runs remains. */
    @Test
    void isExactForNormalMeans() {
        assertThat(coverage(12, RandomGenerator::nextGaussian))
                .isCloseTo(0.95, within(Simulation.fourErrors(0.95, RUNS)));
    }

    /** Skewed observations cost Student's interval of 40 of them about 2 %, by Johnson's expansion. */
    @Test
    void holdsNearlyForSkewedMeans() {
        assertThat(coverage(40, random -> random.nextExponential() - 1)).isBetween(0.925, 0.955);
    }

    /** How often the interval holds the ratio 0.75 of two dependent means, 1.5 and 2, of unit noise. */
    static double coverage(int size, ToDoubleFunction<RandomGenerator> noise) {
        return Simulation.share(RUNS, 1, random -> {
            double[] n = new double[size];
            double[] d = new double[size];
            for (int i = 0; i < size; i++) {
                double shared = noise.applyAsDouble(random);
                n[i] = 1.5 + 0.6 * shared + 0.8 * noise.applyAsDouble(random);
                d[i] = 2 + shared;
            }
            return Fieller.interval(mean(n), mean(d), product(n, n), product(d, d), product(n, d), size - 1, 0.95)
                    .orElseThrow()
                    .contains(0.75);
        });
    }

    private static double mean(double[] x) {
        double sum = 0;
        for (double value : x) {
            sum += value;
        }
        return sum / x.length;
    }

    /** The covariance of the two means. */
    private static double product(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += (x[i] - mean(x)) * (y[i] - mean(y));
        }
        return sum / (x.length - 1) / x.length;
    }
}
