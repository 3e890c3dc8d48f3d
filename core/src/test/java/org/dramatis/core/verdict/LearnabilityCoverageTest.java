package org.dramatis.core.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.dramatis.core.number.Coverage;
import org.junit.jupiter.api.Test;

class LearnabilityCoverageTest {
    private static final double LEVEL = 0.95;
    private static final double TYPICAL = 1.5;
    private static final Learnability SPLIT = Learnability.nearerToTypical(TYPICAL, LEVEL);

    private final SplittableRandom random = new SplittableRandom(23);

    /** Six draws of a row with this learnable share, 3 nats above typical; both readings share the draw's difficulty. */
    private RowVerdict simulate(double share) {
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
            Coverage coverage = Coverage.of(4_000, () -> holds(simulate(share), share));

            assertThat(coverage.share()).as("share " + share).isCloseTo(LEVEL, within(coverage.tolerance(LEVEL)));
        }
    }

    @Test
    void aRowOnTheBoundaryIsCalledACapabilityNoOftenerThanStated() {
        // One side of a 95 % interval errs in 2.5 % of uses.
        Coverage capability = Coverage.of(4_000, () -> simulate(0.5) instanceof RowVerdict.NewCapability);

        assertThat(capability.share()).isCloseTo(0.025, within(capability.tolerance(0.025)));
    }
}
