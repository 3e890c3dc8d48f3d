package org.dramatis.core.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
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

    /** scipy 1.17.1, {@code stats.t.ppf}: what is left of the difference from the normal is a part of 1e6, then of 1e16. */
    @ParameterizedTest
    @CsvSource({
        "0.975, 1e3, 1.9623390808264083",
        "0.975, 1e5, 1.9599877075346095",
        "0.975, 1e6, 1.959966356814107",
        "0.9995, 1e6, 3.2905364612487222",
        "0.975, 1e9, 1.959963986912325",
        "0.975, 1e12, 1.9599639845424262",
        "0.9995, 1e12, 3.2905267315016555",
        "0.975, 1e16, 1.9599639845400543",
        "0.975, Infinity, 1.959963984540054"
    })
    void studentQuantilesAtManyDegrees(double p, double degrees, double expected) {
        assertThat(Distributions.studentQuantile(p, degrees)).isCloseTo(expected, within(2e-14 * expected));
    }

    /** mpmath, {@code betainc} to 40 digits: on either side of where the series takes over from the fraction. */
    @ParameterizedTest
    @CsvSource({
        "-2, 100, 0.02410608936556684",
        "-2.5, 1900, 0.006251521661253745",
        "-6, 1999, 1.1682186854693462e-09",
        "-0.3, 2001, 0.38210415820356197",
        "-2.5, 2001, 0.006249406404346575",
        "-6, 2001, 1.1680236933237603e-09",
        "-12, 2001, 2.180239715651101e-32",
        "-2.5, 1e4, 0.006217609775291849"
    })
    void studentTailsAreSeamless(double t, double degrees, double expected) {
        assertThat(Distributions.studentCdf(t, degrees)).isCloseTo(expected, within(1e-11 * expected));
    }

    @Test
    void theTailsEnd() {
        assertThat(Distributions.studentCdf(Double.NEGATIVE_INFINITY, 3)).isZero();
        assertThat(Distributions.studentCdf(Double.POSITIVE_INFINITY, 1e6)).isOne();
        assertThat(Distributions.studentCdf(1, Double.POSITIVE_INFINITY)).isEqualTo(Distributions.normalCdf(1));
        assertThat(Distributions.studentCdf(0, 1e6)).isEqualTo(0.5);
        assertThat(Distributions.studentCdf(0, 3)).isEqualTo(0.5);
        assertThat(Distributions.normalCdf(Double.POSITIVE_INFINITY)).isOne();
    }

    @Test
    void whatIsNoNumberHasNoProbability() {
        assertThatThrownBy(() -> Distributions.normalCdf(Double.NaN)).hasMessageContaining("x is NaN");
        assertThatThrownBy(() -> Distributions.studentCdf(Double.NaN, 3)).hasMessageContaining("t is NaN");
        assertThatThrownBy(() -> Distributions.studentCdf(1, Double.NaN)).hasMessageContaining("degrees");
    }

    @Test
    void reachIsThatOfTheQuantileAndNeverNegative() {
        assertThat(Distributions.normalReach(0.95)).isCloseTo(1.959963984540054, within(1e-13));
        assertThat(Distributions.studentReach(0.95, 4)).isCloseTo(2.7764451051977934, within(1e-13));
        assertThat(Distributions.studentReach(1e-17, 4)).isBetween(0.0, 1e-13);
        assertThat(Distributions.normalReach(Math.nextDown(1.0))).isBetween(8.0, 9.0);
    }
}
