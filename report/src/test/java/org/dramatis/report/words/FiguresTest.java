package org.dramatis.report.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.dramatis.core.number.Estimate;
import org.dramatis.core.number.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
    @ParameterizedTest
    @CsvSource({"0, 0", "0.0049, <.01", "0.005, .01", "0.624, .62", "0.9949, .99", "0.995, >.99", "1, 1"})
    void weightsHaveTwoDecimalsAndAreNeverRoundedToNothingOrToEverything(double weight, String written) {
        assertThat(Figures.PLAIN.weight(weight)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({"0.0413, +0.0413", "-12.64, -12.6", "0.00003, +3.00e-05", "0, +0", "1234567, +1230000"})
    void pushesHaveThreeDigitsHoweverSmallTheyAre(double push, String written) {
        assertThat(Figures.PLAIN.push(push)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({"0, <.01", "0.5, .50", "1, >.99"})
    void probabilitiesAreNeverCertain(double probability, String written) {
        assertThat(Figures.PLAIN.probability(probability)).isEqualTo(written);
    }

    @Test
    void anIntervalWithoutEndSaysSo() {
        assertThat(Figures.PLAIN.nats(new Estimate(1.234, new Interval(Double.NEGATIVE_INFINITY, 2, .95))))
                .isEqualTo("+1.23 (-\u221E to +2.00)");
    }

    @ParameterizedTest
    @CsvSource({"1, row, 1 row", "1200, row, '1,200 rows'", "2, reply, 2 replies", "0, reply, 0 replies"})
    void nounsFollowTheirCounts(long count, String noun, String written) {
        assertThat(Figures.PLAIN.count(count, noun)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({".95, 95 %", ".999, 99.9 %", ".1, 10 %"})
    void levelsAreInPerCent(double level, String written) {
        assertThat(Figures.PLAIN.level(new Interval(0, 1, level))).isEqualTo(written);
    }
}
