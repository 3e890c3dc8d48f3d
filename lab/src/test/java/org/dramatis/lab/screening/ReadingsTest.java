package org.dramatis.lab.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.dramatis.core.cast.PersonaId;
import org.dramatis.core.number.LogVector;
import org.dramatis.core.screening.FirstOrderEvidence;
import org.junit.jupiter.api.Test;

/** Of three replies and four personas, worked out by hand. */
class ReadingsTest {
    private static final Readings READINGS = readings(
            List.of(LogVector.of(4, 3, 2, 1), LogVector.of(1, 2, 3, 4), LogVector.of(2, 2, 1, 0)),
            List.of(LogVector.of(-1, -2, -3, -4), LogVector.of(-2, -1, -3, -4), LogVector.of(-2, -1, -3, -4)));

    private static Readings readings(List<LogVector> first, List<LogVector> exact) {
        List<PersonaId> personas =
                Stream.of("a", "b", "c", "d").map(PersonaId::new).toList();
        return new Readings(
                first.stream()
                        .map(scores -> new FirstOrderEvidence(personas, scores))
                        .toList(),
                exact);
    }

    @Test
    void theExactTopIsAmongTheFirstAfterAllThatStandBeforeItOrBesideIt() {
        assertThat(READINGS.recall(1)).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(READINGS.recall(2)).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(READINGS.recall(3)).isEqualTo(1);
    }

    /** Ranks 4 3 2 1 against 4 3 2 1: 1; 1 2 3 4 against 3 4 2 1: -.8; 3.5 3.5 2 1 against 3 4 2 1: 3 of sqrt(4.5 * 5). */
    @Test
    void ranksAreCorrelatedWithinAReply() {
        assertThat(READINGS.rankCorrelation()).isCloseTo((1 - .8 + 4.5 / Math.sqrt(22.5)) / 3, within(1e-12));
    }

    @Test
    void inACastOfTwoTheTopIsTheBetterOfTwo() {
        Readings one = readings(List.of(LogVector.of(4, 3, 2, 1)), List.of(LogVector.of(-4, -3, -2, -1)));

        Readings small = one.ofSmallCasts(2, 200, new SplittableRandom(1));

        // Every small cast with persona d has the reply, and d is never its top to first order.
        assertThat(small.exact().size()).isBetween(60, 140);
        assertThat(small.sameTop()).isZero();
        assertThat(small.firstOrder()).allMatch(evidence -> evidence.personas().size() == 2);
    }
}
