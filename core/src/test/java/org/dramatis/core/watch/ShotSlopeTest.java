package org.dramatis.core.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.dramatis.core.number.Estimate;
import org.dramatis.core.number.LogVector;
import org.dramatis.core.number.Weights;
import org.junit.jupiter.api.Test;

class ShotSlopeTest {
    private static final List<ShotReading> SEPARATE =
            readings(new int[] {0, 1, 2, 4, 8, 16}, -9.1, -8.2, -7.9, -6.4, -4.7, -0.4);
    private static final List<ShotReading> CHAT = alongChat(-6, -5.2, -5.0, -3.9, -3.1, -2.8);

    private static List<ShotReading> readings(int[] shots, double... logOdds) {
        return IntStream.range(0, shots.length)
                .mapToObj(i -> new ShotReading(shots[i], logOdds[i]))
                .toList();
    }

    private static List<ShotReading> alongChat(double... logOdds) {
        return readings(IntStream.range(0, logOdds.length).toArray(), logOdds);
    }

    @Test
    void leastSquaresAgreesWithScipy() {
        // scipy.stats.linregress, its slope -+ scipy.stats.t.ppf(0.975, 4) * stderr
        Estimate slope = ShotSlope.ofSeparateChats(SEPARATE).perShot(0.95);

        assertThat(slope.point()).isCloseTo(0.5309677419354839, within(1e-14));
        assertThat(slope.interval().low()).isCloseTo(0.4840470220894755, within(1e-12));
        assertThat(slope.interval().high()).isCloseTo(0.5778884617814923, within(1e-12));
    }

    @Test
    void separateChatsMayComeInAnyOrder() {
        List<ShotReading> shuffled = new ArrayList<>(SEPARATE);
        Collections.swap(shuffled, 0, 4);
        Collections.swap(shuffled, 2, 5);

        assertThat(ShotSlope.ofSeparateChats(shuffled).slope())
                .isCloseTo(ShotSlope.ofSeparateChats(SEPARATE).slope(), within(1e-14));
    }

    @Test
    void theCrossingAgreesWithInvertingTheTestOfEveryPoint() {
        // scipy.optimize.brentq on (intercept + slope x)^2 = t^2 s^2 (1/n + (x - mean)^2 / S_xx)
        Crossing crossing = ShotSlope.ofSeparateChats(SEPARATE).crossing(0, 0.95);

        assertThat(crossing).isInstanceOfSatisfying(Crossing.Ahead.class, ahead -> {
            assertThat(ahead.shots().point()).isCloseTo(16.686512758201697, within(1e-10));
            assertThat(ahead.shots().interval().low()).isCloseTo(15.641448034902627, within(1e-9));
            assertThat(ahead.shots().interval().high()).isCloseTo(17.912909472120464, within(1e-9));
            assertThat(ahead.explain().outline())
                    .startsWith("16.6865  shots at which the log-odds reach 0.0 = sum of")
                    .contains("0.530968  nats per shot");
        });
    }

    @Test
    void theDriftAlongOneChatIsTheMeanOfItsSteps() {
        // scipy.stats.t.interval(0.95, 4, ...) of the five steps; the crossing is 5 + 2.8 / drift, at its ends too
        ShotSlope drift = ShotSlope.ofOneChat(CHAT);

        assertThat(drift.perShot(0.95).point()).isCloseTo(0.64, within(1e-14));
        assertThat(drift.perShot(0.95).interval().low()).isCloseTo(0.17046052745881324, within(1e-12));
        assertThat(drift.perShot(0.95).interval().high()).isCloseTo(1.109539472541187, within(1e-12));
        assertThat(drift.crossing(0, 0.95)).isInstanceOfSatisfying(Crossing.Ahead.class, ahead -> {
            assertThat(ahead.shots().point()).isCloseTo(9.375, within(1e-10));
            assertThat(ahead.shots().interval().low()).isCloseTo(7.523569525279834, within(1e-9));
            assertThat(ahead.shots().interval().high()).isCloseTo(21.426090202475393, within(1e-9));
        });
    }

    @Test
    void aThresholdReachedWithinTheContextIsNoPrediction() {
        assertThat(ShotSlope.ofSeparateChats(SEPARATE).crossing(-6, 0.95))
                .isInstanceOfSatisfying(
                        Crossing.Behind.class,
                        behind -> assertThat(behind.shots().point()).isBetween(0.0, 16.0));
    }

    @Test
    void aLineThatLeadsAwayCrossedBeforeTheFirstShot() {
        assertThat(ShotSlope.ofSeparateChats(SEPARATE).crossing(-20, 0.95))
                .isInstanceOfSatisfying(
                        Crossing.Behind.class,
                        behind -> assertThat(behind.shots().point()).isNegative());
    }

    @Test
    void aSlopeThatMayBeZeroPredictsNothing() {
        assertThat(ShotSlope.ofOneChat(alongChat(-6, -6.3, -5.6, -6.1, -5.4, -5.7))
                        .crossing(0, 0.95))
                .isInstanceOfSatisfying(
                        Crossing.Unsettled.class,
                        unsettled -> assertThat(
                                        unsettled.natsPerShot().interval().contains(0))
                                .isTrue());
        assertThat(ShotSlope.ofSeparateChats(alongChat(-3, -3, -3, -3)).crossing(0, 0.95))
                .isInstanceOf(Crossing.Unsettled.class);
    }

    @Test
    void theSlopeBeyondAControlIsWelchs() {
        // scipy.stats.ttest_ind(steps, control steps, equal_var=False).confidence_interval(0.95)
        ShotSlope control = ShotSlope.ofOneChat(alongChat(-6, -6.3, -5.6, -6.1, -5.4, -5.7));

        Estimate beyond = ShotSlope.ofOneChat(CHAT).against(control, 0.95);

        assertThat(beyond.point()).isCloseTo(0.58, within(1e-14));
        assertThat(beyond.interval().low()).isCloseTo(-0.16515482810421944, within(1e-11));
        assertThat(beyond.interval().high()).isCloseTo(1.3251548281042196, within(1e-11));
    }

    @Test
    void exactLinesDifferExactly() {
        ShotSlope steep = ShotSlope.ofSeparateChats(alongChat(-4, -2, 0, 2));
        ShotSlope flat = ShotSlope.ofSeparateChats(alongChat(-4, -3, -2, -1));

        assertThat(steep.against(flat, 0.95).point()).isEqualTo(1);
        assertThat(steep.against(flat, 0.95).interval().width()).isZero();
    }

    @Test
    void aControlOfAnotherLengthIsRefused() {
        assertThatThrownBy(() -> ShotSlope.ofSeparateChats(SEPARATE).against(ShotSlope.ofOneChat(CHAT), 0.95))
                .hasMessage(
                        "the control has 5 shots and the chat 16: only a control of the same length controls for length");
    }

    @Test
    void readsWeightsAgainstTheRestOrAnother() {
        Weights weights = Weights.of(0.5, 0.3, 0.2);

        assertThat(ShotReading.againstRest(3, weights, 0).logOdds()).isCloseTo(0, within(1e-15));
        assertThat(ShotReading.againstOther(3, weights, 1, 2).logOdds()).isCloseTo(Math.log(1.5), within(1e-15));
    }

    @Test
    void hugeEvidenceMakesHugeSlopes() {
        Weights deployed = Weights.of(0.5, 0.5);
        List<ShotReading> readings = IntStream.range(0, 5)
                .mapToObj(n -> ShotReading.againstRest(n, deployed.after(LogVector.of(-1e6 * n, -2e6 * n)), 0))
                .toList();

        assertThat(ShotSlope.ofOneChat(readings).slope()).isCloseTo(1e6, within(1e-3));
        assertThat(ShotSlope.ofSeparateChats(readings).crossing(1e7, 0.95)).isInstanceOf(Crossing.Ahead.class);
    }

    @Test
    void whatMakesNoLineIsRefused() {
        assertThatThrownBy(() -> ShotReading.againstRest(2, Weights.of(1, 0), 1))
                .hasMessageStartingWith("the log-odds after 2 shots are -Infinity");
        assertThatThrownBy(() -> ShotSlope.ofSeparateChats(SEPARATE.subList(0, 2)))
                .hasMessage("a slope with an interval needs at least 3 readings, got 2");
        assertThatThrownBy(() -> ShotSlope.ofSeparateChats(readings(new int[] {4, 4, 4}, 1, 2, 3)))
                .hasMessage("all 3 readings are after 4 shots: a slope needs two counts");
        assertThatThrownBy(() -> ShotSlope.ofOneChat(readings(new int[] {0, 2, 1}, 1, 2, 3)))
                .hasMessage("reading 2 of a chat is after 1 shots and the one before after 2: "
                        + "the count must rise along the chat");
    }

    @Test
    void aLineIsMadeOfNumbers() {
        assertThatThrownBy(() -> new ShotSlope(Double.NaN, 0, 0, 1, 1, 3, 8))
                .hasMessage("the centre of a line is NaN: it must be finite");
        assertThatThrownBy(() -> new ShotSlope(0, 0, 0, 1, -1, 3, 8))
                .hasMessage("the variance of the slope is -1.0: it must be finite and not negative");
        assertThatThrownBy(() -> new ShotSlope(0, 0, 0, 1, 1, 0, 8)).hasMessageContaining("0.0 degrees of freedom");
    }

    @Test
    void anUnsettledCrossingShowsItsSlope() {
        assertThat(new ShotSlope(0, -3, 1, 0.01, 1, 5, 8)
                        .crossing(0, 0.95)
                        .explain()
                        .outline())
                .isEqualTo("0.0100000  nats per shot, not settled to differ from 0\n");
    }
}
