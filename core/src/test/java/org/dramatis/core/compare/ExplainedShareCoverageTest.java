package org.dramatis.core.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.random.RandomGenerator;
import org.dramatis.core.Simulation;
import org.junit.jupiter.api.Test;

/**
 * The intervals against the enumerated truth. 1,000 runs of a right 95 % interval give 0.92 to 0.98 (four binomial
 * errors). Skewed divergences of 80 prompts may cost it 1 %; reaching over the flattered and the handicapped mixture
 * adds, up to everything where tuning was a change of persona only and the two are all the error there is.
 */
class ExplainedShareCoverageTest {
    private static final int RUNS = 1_000;
    private static final int PROMPTS = 80;

    @Test
    void theShareIsInsideItsInterval() {
        assertThat(shareCoverage(0.7)).isBetween(0.91, 0.99);
        assertThat(shareCoverage(0.3)).isBetween(0.91, 0.99);
    }

    /** The cross-fitted interval alone held the true share 1 in 78 % of these runs, and 88 % with 5 % of novelty. */
    @Test
    void aPureChangeOfPersonaIsNotDenied() {
        assertThat(shareCoverage(0)).isGreaterThan(0.92);
        assertThat(shareCoverage(0.05)).isGreaterThan(0.92);
    }

    @Test
    void theResidualIsInsideItsInterval() {
        assertThat(residualCoverage(0.3)).isBetween(0.91, 0.99);
    }

    @Test
    void theDifferenceFromAControlIsInsideItsInterval() {
        assertThat(controlCoverage(0.2, 0.7)).isBetween(0.91, 0.99);
    }

    static double shareCoverage(double novel) {
        Replies world = new Replies(novel);
        double truth = world.truth();
        return Simulation.share(
                RUNS,
                1,
                random ->
                        measure(world, random).share().orElseThrow().interval().contains(truth));
    }

    static double residualCoverage(double novel) {
        Replies world = new Replies(novel);
        double truth = world.residualBitsPerToken();
        return Simulation.share(
                RUNS, 2, random -> measure(world, random).residual().interval().contains(truth));
    }

    static double controlCoverage(double novel, double novelOfControl) {
        Replies world = new Replies(novel);
        Replies control = new Replies(novelOfControl);
        double truth = world.truth() - control.truth();
        return Simulation.share(
                RUNS,
                3,
                random -> measure(world, random)
                        .against(measure(control, random))
                        .orElseThrow()
                        .interval()
                        .contains(truth));
    }

    private static ExplainedShare measure(Replies world, RandomGenerator random) {
        return ExplainedShare.of(world.sample(PROMPTS, random), Replies::fit, 5, 0.95);
    }
}
