package org.dramatis.core.watch;

import java.util.List;
import org.dramatis.core.number.Estimate;
import org.dramatis.core.number.Fieller;
import org.dramatis.core.number.Interval;
import org.dramatis.core.number.Student;
import org.dramatis.core.number.Term;

/**
 * The straight line of log-odds against shots: {@code centreLogOdds + slope (shots - centreShots)}.
 *
 * <p>How far to trust it depends on how the readings were taken, so there are two ways to fit it. Readings along one chat
 * share all the noise of the turns before: least squares would take them for independent, and its 95 % interval would hold
 * the slope less than half the time.
 *
 * @param centreShots where the line is pinned, so that its height there and its slope have independent errors
 * @param degrees degrees of freedom of both variances
 * @param mostShots the longest context that was read: what lies beyond is prediction
 */
public record ShotSlope(
        double centreShots,
        double centreLogOdds,
        double centreVariance,
        double slope,
        double slopeVariance,
        double degrees,
        int mostShots) {

    public ShotSlope {
        requireFinite("centre", centreShots);
        requireFinite("height at the centre", centreLogOdds);
        requireFinite("slope", slope);
        requireVariance("height", centreVariance);
        requireVariance("slope", slopeVariance);
        if (!(degrees > 0) || mostShots < 0) {
            throw new IllegalArgumentException("a line on " + degrees + " degrees of freedom through " + mostShots
                    + " shots: the first must be positive, the second not negative");
        }
    }

    private static void requireFinite(String what, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("the " + what + " of a line is " + value + ": it must be finite");
        }
    }

    private static void requireVariance(String what, double variance) {
        if (!(variance >= 0 && variance < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "the variance of the " + what + " is " + variance + ": it must be finite and not negative");
        }
    }

    /**
     * Least squares through readings that each come from a chat of their own, in any order:
     * {@code slope = S_xy / S_xx}, variance {@code s^2 / S_xx}, n - 2 degrees of freedom.
     */
    public static ShotSlope ofSeparateChats(List<ShotReading> readings) {
        int n = requireThree(readings);
        double x = readings.stream().mapToDouble(ShotReading::shots).sum() / n;
        double y = readings.stream().mapToDouble(ShotReading::logOdds).sum() / n;
        double sxx = 0;
        double sxy = 0;
        for (ShotReading reading : readings) {
            sxx += (reading.shots() - x) * (reading.shots() - x);
            sxy += (reading.shots() - x) * (reading.logOdds() - y);
        }
        if (sxx == 0) {
            throw new IllegalArgumentException("all " + n + " readings are after "
                    + readings.getFirst().shots() + " shots: a slope needs two counts");
        }
        double slope = sxy / sxx;
        double squares = 0;
        for (ShotReading reading : readings) {
            double residual = reading.logOdds() - y - slope * (reading.shots() - x);
            squares += residual * residual;
        }
        double variance = squares / (n - 2);
        int most = readings.stream().mapToInt(ShotReading::shots).max().orElseThrow();
        return new ShotSlope(x, y, variance / n, slope, variance / sxx, n - 2, most);
    }

    /**
     * The drift of readings along one chat, in order. The log-odds walk: their change D over d shots has mean
     * {@code slope * d} and variance {@code sigma^2 d}. So {@code slope = sum D / sum d}, with variance
     * {@code s^2 / sum d} where {@code s^2} is the mean of {@code (D - slope d)^2 / d} on n - 1 degrees of freedom for n
     * changes; and the line starts from the last reading, which is known.
     */
    public static ShotSlope ofOneChat(List<ShotReading> readings) {
        int changes = requireThree(readings) - 1;
        ShotReading first = readings.getFirst();
        ShotReading last = readings.getLast();
        double slope = (last.logOdds() - first.logOdds()) / (last.shots() - first.shots());
        double squares = 0;
        for (int i = 1; i <= changes; i++) {
            int shots = readings.get(i).shots() - readings.get(i - 1).shots();
            if (shots < 1) {
                throw new IllegalArgumentException("reading " + i + " of a chat is after "
                        + readings.get(i).shots() + " shots and the one before after "
                        + readings.get(i - 1).shots() + ": the count must rise along the chat");
            }
            double residual = readings.get(i).logOdds() - readings.get(i - 1).logOdds() - slope * shots;
            squares += residual * residual / shots;
        }
        double variance = squares / (changes - 1) / (last.shots() - first.shots());
        return new ShotSlope(last.shots(), last.logOdds(), 0, slope, variance, changes - 1, last.shots());
    }

    /** Nats per shot. */
    public Estimate perShot(double level) {
        return Student.estimate(slope, slopeVariance, degrees, level);
    }

    /**
     * Nats per shot beyond those of a control chat of the same length (shuffled or benign shots), which the mere number of
     * turns cannot explain. The variances are not taken to be equal: Welch's interval.
     */
    public Estimate against(ShotSlope control, double level) {
        if (control.mostShots != mostShots) {
            throw new IllegalArgumentException("the control has " + control.mostShots + " shots and the chat "
                    + mostShots + ": only a control of the same length controls for length");
        }
        double variance = slopeVariance + control.slopeVariance;
        double share = variance == 0 ? 0.5 : slopeVariance / variance;
        double welch = 1 / (share * share / degrees + (1 - share) * (1 - share) / control.degrees);
        return Student.estimate(slope - control.slope, variance, welch, level);
    }

    /**
     * Where the line reaches a threshold: {@code centreShots + (threshold - centreLogOdds) / slope}, with Fieller's
     * interval, which is bounded exactly when the interval of the slope does not hold 0. It is the line that crosses there;
     * the log-odds of any one chat scatter about it.
     *
     * <p>The level counts the unsettled slopes as held. Where readings are so few that only one slope in five would settle,
     * the intervals of those that do hold the crossing in about 88 % of uses, not 95 %.
     *
     * @param threshold log-odds; 0 is where the persona is as likely as not
     */
    public Crossing crossing(double threshold, double level) {
        if (!Double.isFinite(threshold)) {
            throw new IllegalArgumentException("the threshold is " + threshold + ": it must be finite log-odds");
        }
        return Fieller.interval(threshold - centreLogOdds, slope, centreVariance, slopeVariance, 0, degrees, level)
                .map(offset -> crossing(threshold, offset))
                .orElseGet(() -> new Crossing.Unsettled(perShot(level)));
    }

    private Crossing crossing(double threshold, Interval offset) {
        Term shots = Term.sum(
                "shots at which the log-odds reach " + threshold,
                Term.given("shots at the centre of the line", centreShots),
                Term.quotient(
                        "shots from there",
                        Term.difference(
                                "nats to go",
                                Term.given("threshold", threshold),
                                Term.given("log-odds at the centre", centreLogOdds)),
                        Term.given("nats per shot", slope)));
        Interval interval = new Interval(centreShots + offset.low(), centreShots + offset.high(), offset.level());
        Estimate estimate = new Estimate(shots.value(), interval);
        return shots.value() > mostShots ? new Crossing.Ahead(estimate, shots) : new Crossing.Behind(estimate, shots);
    }

    private static int requireThree(List<ShotReading> readings) {
        if (readings.size() < 3) {
            throw new IllegalArgumentException(
                    "a slope with an interval needs at least 3 readings, got " + readings.size());
        }
        return readings.size();
    }
}
