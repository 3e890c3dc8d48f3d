package org.dramatis.core.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class StudentTest {
    @Test
    void agreesWithScipy() {
        // scipy.stats.t.interval(0.95, 4, loc=mean, scale=scipy.stats.sem([1.5, -2, 4, 0.25, 3]))
        Estimate mean = Student.mean(0.95, 1.5, -2, 4, 0.25, 3);

        assertThat(mean.point()).isCloseTo(1.35, within(1e-15));
        assertThat(mean.interval().low()).isCloseTo(-1.5751664292166754, within(1e-12));
        assertThat(mean.interval().high()).isCloseTo(4.275166429216675, within(1e-12));
    }

    @Test
    void equalValuesLeaveNoWidth() {
        assertThat(Student.mean(0.95, -1e6, -1e6, -1e6).interval()).isEqualTo(new Interval(-1e6, -1e6, 0.95));
    }

    @Test
    void oneValueIsRefused() {
        assertThatThrownBy(() -> Student.mean(0.95, 3.5))
                .hasMessage("an interval of the mean needs at least 2 values, got 1");
    }

    @Test
    void aVarianceThatIsNoneIsRefused() {
        assertThatThrownBy(() -> Student.estimate(1, -0.5, 3, 0.95))
                .hasMessage("the variance of 1.0 is -0.5: it must be finite and not negative");
    }

    @Test
    void everyLevelThatIsAllowedHasAnInterval() {
        Interval narrow = Student.mean(1e-17, 1, 2, 3).interval();
        Interval wide = Student.mean(Math.nextDown(1.0), 1, 2, 3).interval();

        assertThat(narrow.width()).isBetween(0.0, 1e-12);
        assertThat(wide.width()).isBetween(1e6, Double.MAX_VALUE);
    }
}
