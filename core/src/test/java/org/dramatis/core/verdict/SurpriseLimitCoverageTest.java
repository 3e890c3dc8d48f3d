package org.dramatis.core.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dramatis.core.Coverage;
import org.junit.jupiter.api.Test;

class SurpriseLimitCoverageTest {
    @Test
    void anotherReplyStaysWithinTheLimitAsOftenAsStated() {
        // For continuous surprise the share is rank / (n + 1) exactly: 46 / 51 here.
        double level = 46.0 / 51;

        Coverage coverage = Coverage.of(
                "Surprise limit", "50 reference replies, limit at their 0.9 quantile", level, 10_000, 17, random -> {
                    double[] reference =
                            random.doubles(50).map(u -> -Math.log(u)).toArray();
                    return -Math.log(random.nextDouble())
                            <= SurpriseLimit.of(0.9, reference).natsPerToken();
                });

        assertThat(coverage.share()).isCloseTo(level, within(coverage.fourErrors()));
    }
}
