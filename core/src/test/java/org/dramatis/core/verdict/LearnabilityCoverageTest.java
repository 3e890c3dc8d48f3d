package org.dramatis.core.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.dramatis.core.Coverage;
import org.junit.jupiter.api.Test;

class LearnabilityCoverageTest {
    private static final int SIMULATIONS = 4_000;
    private static final double LEVEL = 0.95;
    private static final double TYPICAL = 1.5;
    private static final Learnability SPLIT = Learnability.nearerToTypical(TYPICAL, LEVEL);

    /** Six draws of a row with this learnable share, 3 nats above typical; both readings share the draw's difficulty. */
    private static RowVerdict simulate(RandomGenerator random, double share) {
        return SPLIT.judge(Stream.generate(() -> {
                    double draw = 0.4 * random.nextGaussian();
                    return new Rereading(
                            TYPICAL + 3 * (1 - share) + draw + 0.5 * random.nextGaussian(),
                            TYPICAL + 3 + draw + 0.5 * random.nextGaussian());
                })
                .limit(6)
                .toList());
    }

    private static boolean holds(RowVerdict verdict, double share) {
        return switch (verdict) {
            case RowVerdict.NewCapability row -> row.learnableShare().interval().contains(share);
            case RowVerdict.Noise row -> row.learnableShare().interval().contains(share);
            case RowVerdict.Undecided row -> row.learnableShare().interval().contains(share);
            case RowVerdict.NotSurprising row -> true; // no interval, no claim
        };
    }

    @Test
    void theLearnableShareIsHeldAsOftenAsStated() {
        for (double share : new double[] {0.1, 0.8}) {
            Coverage coverage = Coverage.of(
                    "Learnable share",
                    "6 rereadings, true share " + share,
                    LEVEL,
                    SIMULATIONS,
                    23,
                    random -> holds(simulate(random, share), share));

            assertThat(coverage.share()).as("share " + share).isCloseTo(LEVEL, within(coverage.fourErrors()));
        }
    }

    @Test
    void aRowOnTheBoundaryIsCalledACapabilityNoOftenerThanStated() {
        // One side of a 95 % interval errs in 2.5 % of uses.
        Coverage coverage = Coverage.of(
                "Lower end of the learnable share",
                "6 rereadings, true share 0.5, the boundary of a capability",
                0.975,
                SIMULATIONS,
                23,
                random -> !(simulate(random, 0.5) instanceof RowVerdict.NewCapability));

        assertThat(coverage.share()).isCloseTo(0.975, within(coverage.fourErrors()));
    }
}
