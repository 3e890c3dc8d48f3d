package org.dramatis.core.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected values: scipy 1.17.1, {@code stats.norm} and {@code stats.t}, cdf and ppf. */
class DistributionsTest {
    private static final Percentage NINE_DIGITS = withinPercentage(1e-7);

    @ParameterizedTest
    @CsvSource({
        "-8, 6.22096057427174e-16",
        "-3.5, 0.00023262907903552502",
        "-3, 0.0013498980316300933",
        "-1, 0.15865525393145707",
        "-0.2, 0.42074029056089696",
        "0, 0.5",
        "0.7, 0.758036347776927",
        "2.9, 0.998134186699616",
        "3.1, 0.9990323967867817",
        "6, 0.9999999990134123"
    })
    void normalProbabilities(double x, double expected) {
        assertThat(Distributions.normalCdf(x)).isCloseTo(expected, NINE_DIGITS);
    }

    @ParameterizedTest
    @CsvSource({
        "1e-10, -6.361340902404056",
        "0.001, -3.090232306167813",
        "0.025, -1.9599639845400545",
        "0.3, -0.5244005127080409",
        "0.975, 1.959963984540054"
    })
    void normalQuantiles(double p, double expected) {
        assertThat(Distributions.normalQuantile(p)).isCloseTo(expected, NINE_DIGITS);
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, 1, 0.6475836176504333", "-2, 3, 0.06966298427942152", "-30, 2, 0.0005546313409798295",
        "2.5, 10.5, 0.9847868636794557", "1.96, 1000, 0.9748634075221256", "-6, 40, 2.3632275663940903e-07"
    })
    void studentProbabilities(double t, double degrees, double expected) {
        assertThat(Distributions.studentCdf(t, degrees)).isCloseTo(expected, NINE_DIGITS);
    }

    @ParameterizedTest
    @CsvSource({
        "0.975, 1, 12.706204736174694",
        "0.975, 4, 2.7764451051977934",
        "0.975, 29, 2.045229642132703",
        "0.001, 2.5, -13.822193110865964",
        "0.95, 1e4, 1.6450060180692423"
    })
    void studentQuantiles(double p, double degrees, double expected) {
        assertThat(Distributions.studentQuantile(p, degrees)).isCloseTo(expected, NINE_DIGITS);
    }

    @Test
    void refusesWhatIsNoProbability() {
        assertThatThrownBy(() -> Distributions.normalQuantile(1)).hasMessageContaining("p is 1.0");
        assertThatThrownBy(() -> Distributions.studentCdf(1, 0)).hasMessageContaining("degrees of freedom are 0.0");
    }
}
