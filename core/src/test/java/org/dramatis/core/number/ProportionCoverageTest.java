package org.dramatis.core.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.dramatis.core.Coverage;
import org.junit.jupiter.api.Test;

/**
 * Coverage by enumeration of every outcome: no simulation, no error. It oscillates, because counts are whole numbers.
 */
class ProportionCoverageTest {
    /**
     * Wilson's interval is right on average over p; Brown, Cai and DasGupta (2001) show dips of a few % at single p.
     */
    @Test
    void wilsonIsRightOnAverageAndNearlyEverywhere() {
        for (int trials : new int[] {10, 50, 400}) {
            double average = IntStream.rangeClosed(1, 99)
                    .mapToDouble(percent -> wilsonCoverage(trials, percent / 100.0))
                    .average()
                    .orElseThrow();
            assertThat(Coverage.exact("Wilson share", "n = " + trials + ", mean over p = 0.01 to 0.99", 0.95, average))
                    .isBetween(0.945, 0.96);
        }
        assertThat(wilson(50, 0.05)).isBetween(0.92, 0.98);
        assertThat(wilson(50, 0.5)).isBetween(0.93, 0.97);
        assertThat(wilson(400, 0.05)).isBetween(0.93, 0.97);
    }

    /** The same holds of Newcombe's difference; it dips where 30 trials of a share near 0 or 1 leave few outcomes. */
    @Test
    void theDifferenceOfTwoIsRight() {
        assertThat(difference(30, 0.8, 0.3)).isBetween(0.94, 0.97);
        assertThat(difference(30, 0.5, 0.5)).isBetween(0.94, 0.97);
        assertThat(difference(30, 0.95, 0.05)).isBetween(0.92, 0.98);
    }

    private static double wilson(int trials, double p) {
        return Coverage.exact("Wilson share", "n = " + trials + ", p = " + p, 0.95, wilsonCoverage(trials, p));
    }

    private static double difference(int trials, double p, double q) {
        return Coverage.exact(
                "Newcombe difference of two shares",
                "n = " + trials + " each, p = " + p + " and " + q,
                0.95,
                differenceCoverage(trials, p, q));
    }

    private static double wilsonCoverage(int trials, double p) {
        double coverage = 0;
        for (int k = 0; k <= trials; k++) {
            if (new Proportion(k, trials).wilson(0.95).interval().contains(p)) {
                coverage += binomial(k, trials, p);
            }
        }
        return coverage;
    }

    private static double differenceCoverage(int trials, double p, double q) {
        List<Estimate> wilson = IntStream.rangeClosed(0, trials)
                .mapToObj(k -> new Proportion(k, trials).wilson(0.95))
                .toList();
        double coverage = 0;
        for (int i = 0; i <= trials; i++) {
            for (int j = 0; j <= trials; j++) {
                if (IndependentEstimates.difference(wilson.get(i), wilson.get(j))
                        .interval()
                        .contains(p - q)) {
                    coverage += binomial(i, trials, p) * binomial(j, trials, q);
                }
            }
        }
        return coverage;
    }

    private static double binomial(int k, int trials, double p) {
        double probability = 1;
        for (int i = 1; i <= k; i++) {
            probability *= p * (trials - k + i) / i;
            // The zeros of the other outcome are spread among the factors, or the product would leave the doubles.
            probability *= i <= trials - k ? 1 - p : 1;
        }
        return probability * Math.pow(1 - p, Math.max(0, trials - 2 * k));
    }
}
