package org.dramatis.core.stopping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.dramatis.core.number.Interval;
import org.junit.jupiter.api.Test;

class ConfidenceSequenceTest {
    /** A sequence of 100 numbers in [0, 1], most of them different. */
    private static double number(int i) {
        return i * 37 % 101 / 100.0;
    }

    /** Ends by a vectorised transcription of the theorem in numpy 2.4.6. */
    @Test
    void agreesWithATranscriptionOfTheTheorem() {
        ConfidenceSequence sequence = ConfidenceSequence.withReplacement(0, 1, 0.95);
        assertEnds(read(sequence, 1, 10), 0, 1);
        assertEnds(read(sequence, 11, 50), 0.3249146487295318, 0.6886631362502518);
        assertEnds(read(sequence, 51, 100), 0.3969579677356776, 0.6120149393527015);
    }

    @Test
    void agreesWithItWithoutReplacement() {
        ConfidenceSequence sequence = ConfidenceSequence.withoutReplacement(0, 1, 0.95, 100);
        assertEnds(read(sequence, 1, 10), 0.052, 0.952);
        assertEnds(read(sequence, 11, 50), 0.3731051618817939, 0.6376656043465662);
        assertEnds(read(sequence, 51, 90), 0.4576011925586593, 0.5504376792321315);
    }

    @Test
    void knowsTheMeanWhenAllWasRead() {
        ConfidenceSequence sequence = ConfidenceSequence.withoutReplacement(0, 1, 0.95, 100);
        double sum = 0;
        for (int i = 1; i <= 100; i++) {
            sum += number(i);
        }
        assertEnds(read(sequence, 1, 100), sum / 100, sum / 100);
        assertThatThrownBy(() -> sequence.add(0.5)).hasMessage("all 100 of the population were read");
    }

    @Test
    void shiftsAndScalesWithItsBounds() {
        ConfidenceSequence unit = ConfidenceSequence.withReplacement(0, 1, 0.9);
        ConfidenceSequence nats = ConfidenceSequence.withReplacement(-20, 30, 0.9);
        for (int i = 1; i <= 100; i++) {
            unit.add(number(i));
            nats.add(-20 + 50 * number(i));
        }
        assertThat(nats.interval().low()).isCloseTo(-20 + 50 * unit.interval().low(), within(1e-12));
        assertThat(nats.interval().high()).isCloseTo(-20 + 50 * unit.interval().high(), within(1e-12));
    }

    @Test
    void isSymmetricInTheTwoBounds() {
        ConfidenceSequence plain = ConfidenceSequence.withoutReplacement(0, 1, 0.95, 200);
        ConfidenceSequence mirrored = ConfidenceSequence.withoutReplacement(0, 1, 0.95, 200);
        for (int i = 1; i <= 100; i++) {
            Interval left = plain.add(number(i) / 3).interval();
            Interval right = mirrored.add(1 - number(i) / 3).interval();
            assertThat(right.low()).isCloseTo(1 - left.high(), within(1e-12));
            assertThat(right.high()).isCloseTo(1 - left.low(), within(1e-12));
        }
    }

    @Test
    void neverWidensAndStaysWithinItsBounds() {
        ConfidenceSequence sequence = ConfidenceSequence.withReplacement(0, 1, 0.95);
        Interval before = sequence.interval();
        assertThat(before).isEqualTo(new Interval(0, 1, 0.95));
        for (int i = 1; i <= 1000; i++) {
            // A mean that jumps from 0 to 1 contradicts the assumption; the interval must survive it.
            Interval now = sequence.add(i < 500 ? 0 : 1).interval();
            assertThat(now.low()).isGreaterThanOrEqualTo(before.low());
            assertThat(now.high()).isLessThanOrEqualTo(before.high());
            before = now;
        }
    }

    @Test
    void hasAMeanAsSoonAsSomethingWasObserved() {
        ConfidenceSequence sequence = ConfidenceSequence.withReplacement(0, 10, 0.95);
        assertThatThrownBy(() -> sequence.mean().orElseThrow()).hasMessageContaining("nothing was observed yet");
        assertThat(sequence.add(2).add(5).mean().orElseThrow().point()).isEqualTo(3.5);
        assertThat(sequence.observations()).isEqualTo(2);
    }

    @Test
    void refusesWhatIsOutOfBounds() {
        ConfidenceSequence sequence = ConfidenceSequence.withReplacement(0, 1, 0.95);
        assertThatThrownBy(() -> sequence.add(0.5).add(1.25))
                .hasMessage("observation 2 is 1.25: it must lie in [0.0, 1.0]");
        assertThatThrownBy(() -> sequence.add(Double.NaN)).hasMessageContaining("observation 2 is NaN");
        assertThatThrownBy(() -> ConfidenceSequence.withReplacement(1, 1, 0.95))
                .hasMessageContaining("observations in [1.0, 1.0]");
        assertThatThrownBy(() -> ConfidenceSequence.withoutReplacement(0, 1, 0.95, 0))
                .hasMessageContaining("a population of 0");
    }

    private static Interval read(ConfidenceSequence sequence, int from, int to) {
        for (int i = from; i <= to; i++) {
            sequence.add(number(i));
        }
        return sequence.interval();
    }

    private static void assertEnds(Interval interval, double low, double high) {
        assertThat(interval.low()).isCloseTo(low, within(1e-12));
        assertThat(interval.high()).isCloseTo(high, within(1e-12));
    }
}
