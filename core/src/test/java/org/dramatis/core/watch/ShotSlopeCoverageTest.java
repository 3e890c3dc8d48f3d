package org.dramatis.core.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.dramatis.core.Coverage;
import org.junit.jupiter.api.Test;

class ShotSlopeCoverageTest {
    private static final double LEVEL = 0.95;
    private static final int SIMULATIONS = 4_000;
    private static final int[] SHOTS = {0, 1, 2, 4, 8, 16, 32};
    private static final double START = -6;
    private static final double SLOPE = 0.15;

    private static Coverage coverage(String interval, String setting, Predicate<RandomGenerator> heldTruth) {
        return Coverage.of(interval, setting, LEVEL, SIMULATIONS, 13, heldTruth);
    }

    private static ShotSlope separateChats(RandomGenerator random, double slope, double noise) {
        List<ShotReading> readings = new ArrayList<>();
        for (int shots : SHOTS) {
            readings.add(new ShotReading(shots, START + slope * shots + noise * random.nextGaussian()));
        }
        return ShotSlope.ofSeparateChats(readings);
    }

    private static List<ShotReading> oneChat(RandomGenerator random, double slope) {
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
        Coverage coverage = coverage(
                "Shot slope",
                "separate chats, 7 readings",
                random -> separateChats(random, SLOPE, 1)
                        .perShot(LEVEL)
                        .interval()
                        .contains(SLOPE));

        assertThat(coverage.share()).isCloseTo(LEVEL, within(coverage.fourErrors()));
    }

    @Test
    void slopeOfOneChat() {
        Coverage coverage = coverage(
                "Shot slope",
                "one chat, 17 readings",
                random -> ShotSlope.ofOneChat(oneChat(random, SLOPE))
                        .perShot(LEVEL)
                        .interval()
                        .contains(SLOPE));

        assertThat(coverage.share()).isCloseTo(LEVEL, within(coverage.fourErrors()));
    }

    /** Why one chat is not fitted by least squares. */
    @Test
    void leastSquaresAlongOneChatWouldClaimFarTooMuch() {
        Coverage coverage = coverage(
                "Shot slope",
                "one chat, 17 readings, wrongly fitted as separate chats",
                random -> ShotSlope.ofSeparateChats(oneChat(random, SLOPE))
                        .perShot(LEVEL)
                        .interval()
                        .contains(SLOPE));

        assertThat(coverage.share()).isLessThan(0.5);
    }

    @Test
    void crossingOfSeparateChats() {
        // So steep that no slope is left unsettled.
        Coverage coverage = coverage(
                "Shot crossing",
                "separate chats, every slope settles",
                random -> holds(separateChats(random, 1, 0.5).crossing(0, LEVEL), -START));

        assertThat(coverage.share()).isCloseTo(LEVEL, within(coverage.fourErrors()));
    }

    @Test
    void crossingOfSeparateChatsWhereSomeSlopesAreUnsettled() {
        // Fieller's region is exact where it is unbounded too; to claim nothing there can only hold more often.
        Coverage coverage = coverage(
                "Shot crossing",
                "separate chats, an unsettled slope counted as held",
                random -> holds(separateChats(random, SLOPE, 1).crossing(0, LEVEL), -START / SLOPE));

        assertThat(coverage.share()).isBetween(LEVEL - coverage.fourErrors(), 0.975);
    }

    /** What the contract of crossing warns of: a slope that settles by luck is too steep. */
    @Test
    void crossingOfSlopesThatSettleByLuck() {
        double slope = 0.05;
        int simulations = 40_000; // a share far from the level deserves its second digit
        Coverage coverage = Coverage.of(
                "Shot crossing",
                "separate chats, known to be too few: the one slope in five that settles",
                LEVEL,
                simulations,
                13,
                random -> {
                    Crossing crossing = separateChats(random, slope, 1).crossing(0, LEVEL);
                    while (crossing instanceof Crossing.Unsettled) {
                        crossing = separateChats(random, slope, 1).crossing(0, LEVEL);
                    }
                    return holds(crossing, -START / slope);
                });

        // Four standard errors of a count at that share.
        assertThat(coverage.share()).isCloseTo(0.88, within(4 * Math.sqrt(0.88 * 0.12 / simulations)));
    }

    @Test
    void crossingOfOneChat() {
        double drift = 0.8;
        Coverage coverage = coverage("Shot crossing", "one chat, 17 readings", random -> {
            List<ShotReading> chat = oneChat(random, drift);
            double truth = 16 - chat.getLast().logOdds() / drift;
            return holds(ShotSlope.ofOneChat(chat).crossing(0, LEVEL), truth);
        });

        assertThat(coverage.share()).isCloseTo(LEVEL, within(coverage.fourErrors()));
    }

    @Test
    void slopeBeyondAControl() {
        // Welch's degrees of freedom are an approximation, good to about half a percent at these sizes.
        Coverage coverage = coverage(
                "Shot slope beyond a control",
                "separate chats, the control less noisy",
                random -> separateChats(random, SLOPE, 1)
                        .against(separateChats(random, 0.05, 0.3), LEVEL)
                        .interval()
                        .contains(SLOPE - 0.05));

        assertThat(coverage.share()).isCloseTo(LEVEL, within(coverage.fourErrors() + 0.005));
    }
}
