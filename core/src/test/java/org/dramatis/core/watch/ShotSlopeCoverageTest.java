package org.dramatis.core.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.dramatis.core.number.Coverage;
import org.junit.jupiter.api.Test;

class ShotSlopeCoverageTest {
    private static final double LEVEL = 0.95;
    private static final int SIMULATIONS = 4_000;
    private static final int[] SHOTS = {0, 1, 2, 4, 8, 16, 32};
    private static final double START = -6;
    private static final double SLOPE = 0.15;

    private final SplittableRandom random = new SplittableRandom(13);

    private ShotSlope separateChats(double slope, double noise) {
        List<ShotReading> readings = new ArrayList<>();
        for (int shots : SHOTS) {
            readings.add(new ShotReading(shots, START + slope * shots + noise * random.nextGaussian()));
        }
        return ShotSlope.ofSeparateChats(readings);
    }

    private List<ShotReading> oneChat(double slope) {
        List<ShotReading> readings = new ArrayList<>();
        double logOdds = START;
        for (int shots = 0; shots <= 16; shots++) {
            readings.add(new ShotReading(shots, logOdds));
            logOdds += slope + 0.4 * random.nextGaussian();
        }
        return readings;
    }

    private static boolean holds(Crossing crossing, double truth) {
        return switch (crossing) {
            case Crossing.Ahead ahead -> ahead.shots().interval().contains(truth);
            case Crossing.Behind behind -> behind.shots().interval().contains(truth);
            case Crossing.Unsettled unsettled -> true; // makes no claim
        };
    }

    @Test
    void slopeOfSeparateChats() {
        Coverage coverage = Coverage.of(
                SIMULATIONS,
                () -> separateChats(SLOPE, 1).perShot(LEVEL).interval().contains(SLOPE));

        assertThat(coverage.share()).isCloseTo(LEVEL, within(coverage.tolerance(LEVEL)));
    }

    @Test
    void slopeOfOneChat() {
        Coverage coverage = Coverage.of(
                SIMULATIONS,
                () -> ShotSlope.ofOneChat(oneChat(SLOPE))
                        .perShot(LEVEL)
                        .interval()
                        .contains(SLOPE));

        assertThat(coverage.share()).isCloseTo(LEVEL, within(coverage.tolerance(LEVEL)));
    }

    /** Why one chat is not fitted by least squares. */
    @Test
    void leastSquaresAlongOneChatWouldClaimFarTooMuch() {
        Coverage coverage = Coverage.of(
                SIMULATIONS,
                () -> ShotSlope.ofSeparateChats(oneChat(SLOPE))
                        .perShot(LEVEL)
                        .interval()
                        .contains(SLOPE));

        assertThat(coverage.share()).isLessThan(0.5);
    }

    @Test
    void crossingOfSeparateChats() {
        // So steep that no slope is left unsettled.
        Coverage coverage =
                Coverage.of(SIMULATIONS, () -> holds(separateChats(1, 0.5).crossing(0, LEVEL), -START));

        assertThat(coverage.share()).isCloseTo(LEVEL, within(coverage.tolerance(LEVEL)));
    }

    @Test
    void crossingOfSeparateChatsWhereSomeSlopesAreUnsettled() {
        // Fieller's region is exact where it is unbounded too; to claim nothing there can only hold more often.
        Coverage coverage =
                Coverage.of(SIMULATIONS, () -> holds(separateChats(SLOPE, 1).crossing(0, LEVEL), -START / SLOPE));

        assertThat(coverage.share()).isBetween(LEVEL - coverage.tolerance(LEVEL), 0.975);
    }

    /** What the contract of crossing warns of: a slope that settles by luck is too steep. */
    @Test
    void crossingOfSlopesThatSettleByLuck() {
        double slope = 0.05;
        Coverage coverage = Coverage.of(SIMULATIONS, () -> {
            Crossing crossing = separateChats(slope, 1).crossing(0, LEVEL);
            while (crossing instanceof Crossing.Unsettled) {
                crossing = separateChats(slope, 1).crossing(0, LEVEL);
            }
            return holds(crossing, -START / slope);
        });

        assertThat(coverage.share()).isCloseTo(0.88, within(coverage.tolerance(0.88)));
    }

    @Test
    void crossingOfOneChat() {
        double drift = 0.8;
        Coverage coverage = Coverage.of(SIMULATIONS, () -> {
            List<ShotReading> chat = oneChat(drift);
            double truth = 16 - chat.getLast().logOdds() / drift;
            return holds(ShotSlope.ofOneChat(chat).crossing(0, LEVEL), truth);
        });

        assertThat(coverage.share()).isCloseTo(LEVEL, within(coverage.tolerance(LEVEL)));
    }

    @Test
    void slopeBeyondAControl() {
        // Welch's degrees of freedom are an approximation, good to about half a percent at these sizes.
        Coverage coverage = Coverage.of(
                SIMULATIONS,
                () -> separateChats(SLOPE, 1)
                        .against(separateChats(0.05, 0.3), LEVEL)
                        .interval()
                        .contains(SLOPE - 0.05));

        assertThat(coverage.share()).isCloseTo(LEVEL, within(coverage.tolerance(LEVEL) + 0.005));
    }
}
