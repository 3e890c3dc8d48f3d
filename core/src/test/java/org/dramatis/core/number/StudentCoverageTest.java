package org.dramatis.core.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dramatis.core.Coverage;
import org.junit.jupiter.api.Test;

class StudentCoverageTest {
    @Test
    void holdsTheMeanOfNormalValuesAsOftenAsItSays() {
        Coverage coverage = Coverage.of(
                "Student mean",
                "n = 3, normal",
                0.95,
                4_000,
                1,
                random -> Student.mean(0.95, random.nextGaussian(), random.nextGaussian(), random.nextGaussian())
                        .interval()
                        .contains(0));

        assertThat(coverage.share()).isCloseTo(0.95, within(coverage.fourErrors()));
    }
}
