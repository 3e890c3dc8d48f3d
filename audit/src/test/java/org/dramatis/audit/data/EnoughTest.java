package org.dramatis.audit.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.dramatis.core.evidence.EpisodeId;
import org.dramatis.core.evidence.Evidence;
import org.dramatis.core.number.LogVector;
import org.dramatis.core.number.Weights;
import org.junit.jupiter.api.Test;

class EnoughTest {
    /** Replies of the unwanted, so surely that each counts as one, come with a probability. */
    private static long rowsUntilEnough(double probability, long seed) {
        Enough enough = new Enough(Weights.of(.5, .5), new TreeSet<>(List.of(1)), .95);
        SplittableRandom random = new SplittableRandom(seed);
        for (long row = 1; ; row++) {
            double unwanted = random.nextDouble() < probability ? 0 : -50;
            LogVector evidence = LogVector.of(-50 - unwanted, unwanted);
            if (!enough.goesOn(row, List.of(new Evidence.Scored(new EpisodeId("row"), evidence, 1)))) {
                return row;
            }
        }
    }

    @Test
    void clearDataNeedFewRowsAndMixedDataMore() {
        long clear = rowsUntilEnough(0, 1);
        long mixed = rowsUntilEnough(.5, 1);

        // A tenth wide at 95 %: 4 variance log(2/alpha) / .05^2 rows would be 1,500 for a coin by a fixed-size bound.
        assertThat(clear).isBetween(50L, 500L);
        assertThat(mixed).isBetween(1_000L, 4_000L);
    }
}
