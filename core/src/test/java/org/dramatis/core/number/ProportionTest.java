package org.dramatis.core.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProportionTest {
    /** The ends are from scipy 1.17.1, {@code binomtest(k, n).proportion_ci(level, 'wilson')}. */
    @ParameterizedTest
    @CsvSource({
        "9, 10, 0.95, 0.5958499732047615, 0.9821237869049271",
        "9, 10, 0.99, 0.49276822876710646, 0.9881484965889671",
        "0, 20, 0.95, 0, 0.16112515805281935",
        "20, 20, 0.95, 0.8388748419471808, 1",
        "37, 1000, 0.99, 0.02442600211406373, 0.05567741658649099"
    })
    void agreesWithScipy(long successes, long trials, double level, double low, double high) {
        Estimate estimate = new Proportion(successes, trials).wilson(level);
        assertThat(estimate.point()).isEqualTo((double) successes / trials);
        assertThat(estimate.interval().low()).isCloseTo(low, within(1e-12));
        assertThat(estimate.interval().high()).isCloseTo(high, within(1e-12));
    }

    @Test
    void holdsItsOwnShareHoweverManyTrials() {
        for (long trials = 1; trials < 1L << 60; trials *= 3) {
            for (long successes : new long[] {0, 1, trials / 2, trials - 1, trials}) {
                Estimate estimate = new Proportion(successes, trials).wilson(0.95);
                assertThat(estimate.interval().contains(estimate.point())).isTrue();
            }
        }
    }

    @Test
    void refusesWhatIsNoShare() {
        assertThatThrownBy(() -> new Proportion(0, 0))
                .hasMessage("a share of 0 trials is undefined: count at least one");
        assertThatThrownBy(() -> new Proportion(4, 3)).hasMessage("4 of 3 is not a share: count between 0 and 3");
    }
}
