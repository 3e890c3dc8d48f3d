package org.dramatis.core.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import org.dramatis.core.Coverage;
import org.junit.jupiter.api.Test;

class FiellerCoverageTest {
    private static final int RUNS = 20_000;

    /** Of jointly normal observations the interval is exact, so only the binomial error of the runs remains. */
    @Test
    void isExactForNormalMeans() {
        Coverage coverage = coverage(12, "normal", RandomGenerator::nextGaussian);

        assertThat(coverage.share()).isCloseTo(0.95, within(coverage.fourErrors()));
    }

    /** Skewed observations cost Student's interval of 40 of them about 2 %, by Johnson's expansion. */
    @Test
    void holdsNearlyForSkewedMeans() {
        Coverage coverage = coverage(40, "exponential", random -> random.nextExponential() - 1);

        assertThat(coverage.share()).isBetween(0.925, 0.955);
    }

    /** How often the interval holds the ratio 0.75 of two dependent means, 1.5 and 2, of unit noise. */
    private static Coverage coverage(int size, String distribution, ToDoubleFunction<RandomGenerator> noise) {
        return Coverage.of("Fieller ratio of means", "n = " + size + ", " + distribution, 0.95, RUNS, 1, random -> {
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
