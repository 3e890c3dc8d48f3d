package org.dramatis.core.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.dramatis.core.Coverage;
import org.junit.jupiter.api.Test;

/**
 * The intervals against the enumerated truth. 1,000 runs of a right 95 % interval give 0.92 to 0.98 (four binomial
 * errors). Skewed divergences of 80 prompts may cost it 1 %; reaching over the flattered and the handicapped mixture
 * adds, up to everything where tuning was a change of persona only and the two are all the error there is.
 */
class ExplainedShareCoverageTest {
    private static final int RUNS = 1_000;
    private static final int PROMPTS = 80;
    private static final double LEVEL = 0.95;

    @Test
    void theShareIsInsideItsInterval() {
        assertThat(shareCoverage(0.7).share()).isBetween(0.91, 0.99);
        assertThat(shareCoverage(0.3).share()).isBetween(0.91, 0.99);
    }

    @Test
    void aPureChangeOfPersonaIsNotDenied() {
        assertThat(shareCoverage(0).share()).isGreaterThan(0.92);
        assertThat(shareCoverage(0.05).share()).isGreaterThan(0.92);
    }

    /** Why the interval reaches over both: four binomial errors below 0.95 would be 0.92. */
    @Test
    void theCrossFittedMixtureAloneWouldDenyIt() {
        assertThat(crossFittedCoverage(0).share()).isLessThan(0.92);
        assertThat(crossFittedCoverage(0.05).share()).isLessThan(0.92);
    }

    @Test
    void theResidualIsInsideItsInterval() {
        assertThat(residualCoverage(0.3).share()).isBetween(0.91, 0.99);
    }

    @Test
    void theDifferenceFromAControlIsInsideItsInterval() {
        assertThat(controlCoverage(0.2, 0.7).share()).isBetween(0.91, 0.99);
    }

    private static Coverage shareCoverage(double novel) {
        Replies world = new Replies(novel);
        double truth = world.truth();
        return Coverage.of(
                "Explained share",
                setting(novel),
                LEVEL,
                RUNS,
                1,
                random ->
                        measure(world, random).share().orElseThrow().interval().contains(truth));
    }

    private static Coverage crossFittedCoverage(double novel) {
        Replies world = new Replies(novel);
        double unexplained = 1 - world.truth();
        String setting = setting(novel) + ", not offered: the cross-fitted mixture alone";
        return Coverage.of("Explained share", setting, LEVEL, RUNS, 1, random -> {
            List<List<TunedReply>> prompts = List.copyOf(world.sample(PROMPTS, random).stream()
                    .collect(Collectors.groupingBy(TunedReply::prompt, LinkedHashMap::new, Collectors.toList()))
                    .values());
            return PromptSums.of(prompts, new CrossFit(prompts, Replies::fit).weights(5))
                    .ofBase()
                    .fieller(LEVEL)
                    .orElseThrow()
                    .contains(unexplained);
        });
    }

    private static Coverage residualCoverage(double novel) {
        Replies world = new Replies(novel);
        double truth = world.residualBitsPerToken();
        return Coverage.of(
                "Residual beyond personas",
                setting(novel),
                LEVEL,
                RUNS,
                2,
                random -> measure(world, random).residual().interval().contains(truth));
    }

    private static Coverage controlCoverage(double novel, double novelOfControl) {
        Replies world = new Replies(novel);
        Replies control = new Replies(novelOfControl);
        double truth = world.truth() - control.truth();
        String setting = setting(novel) + ", " + novelOfControl + " in the control";
        return Coverage.of(
                "Explained share beyond a control",
                setting,
                LEVEL,
                RUNS,
                3,
                random -> measure(world, random)
                        .against(measure(control, random))
                        .orElseThrow()
                        .interval()
                        .contains(truth));
    }

    private static String setting(double novel) {
        return PROMPTS + " prompts, novelty " + novel;
    }

    private static ExplainedShare measure(Replies world, RandomGenerator random) {
        return ExplainedShare.of(world.sample(PROMPTS, random), Replies::fit, 5, LEVEL);
    }
}
