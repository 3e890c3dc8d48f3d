package org.dramatis.core.separation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.random.RandomGenerator;
import org.dramatis.core.Coverage;
import org.junit.jupiter.api.Test;

/**
 * The same tolerance for all: 2,000 runs have a binomial error of 0.5 %, and counts of 50 move a 95 % interval by up to
 * 2 % either way.
 */
class ConfusionCoverageTest {
    private static final int RUNS = 2_000;
    private static final int REPLIES = 50;

    @Test
    void theAccuracyIsInsideItsInterval() {
        assertThat(accuracy(0.8).share()).isBetween(0.92, 0.98);
        assertThat(accuracy(0.95).share()).isBetween(0.92, 0.98);
    }

    @Test
    void theAccuracyOfAPairIsInsideItsInterval() {
        assertThat(pairAccuracy(0.9, 0.6).share()).isBetween(0.92, 0.98);
    }

    /** Only the lower end matters: half of 5 %. */
    @Test
    void guessesAreSeldomTakenForTellingApart() {
        Coverage coverage = Coverage.of(
                "Lower end of a pair's accuracy",
                "2 personas, 50 replies each, true accuracy 0.5: guesses",
                0.975,
                RUNS,
                3,
                random -> !pair(random, 0.3, 0.7).isToldApart(0));

        assertThat(coverage.share()).isGreaterThanOrEqualTo(0.975 - coverage.fourErrors());
    }

    private static Coverage accuracy(double right) {
        String setting = "3 personas, 50 replies each, true accuracy " + right;
        return Coverage.of("Accuracy of telling personas apart", setting, 0.95, RUNS, 1, random -> {
            int[][] counts = new int[3][3];
            for (int n = 0; n < 3 * REPLIES; n++) {
                int speaker = n % 3;
                counts[speaker][random.nextDouble() < right ? speaker : (speaker + 1) % 3]++;
            }
            return ConfusionTest.confusion(counts).accuracy(0.95).interval().contains(right);
        });
    }

    private static Coverage pairAccuracy(double first, double second) {
        return Coverage.of(
                "Accuracy of telling a pair apart",
                "2 personas, 50 replies each, true accuracies " + first + " and " + second,
                0.95,
                RUNS,
                2,
                random -> pair(random, first, second)
                        .accuracy()
                        .orElseThrow()
                        .interval()
                        .contains((first + second) / 2));
    }

    /** Two personas whose replies are given to the right one with these probabilities, else to the other. */
    private static PersonaPair pair(RandomGenerator random, double first, double second) {
        int[][] counts = new int[3][3];
        for (int n = 0; n < REPLIES; n++) {
            counts[0][random.nextDouble() < first ? 0 : 1]++;
            counts[1][random.nextDouble() < second ? 1 : 0]++;
        }
        return ConfusionTest.confusion(counts).pairs(0.95).getFirst();
    }
}
