package org.dramatis.core.calibration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.dramatis.core.number.Measured;

/**
 * How well a score puts what happened above what did not. Only the order of the scores counts, and the order of equal
 * scores never does.
 */
public final class Ranking {
    /** Equal scores: how many happened and how many did not. */
    private record Tie(long happened, long not) {}

    private final List<Tie> descending = new ArrayList<>();
    private final long happened;
    private final long not;

    /**
     * @throws IllegalArgumentException when there are no forecasts
     */
    public Ranking(List<Labelled> forecasts) {
        List<Labelled> sorted = Labelled.requireAny(forecasts).stream()
                .sorted(Comparator.comparingDouble(Labelled::score).reversed())
                .toList();
        for (int from = 0, to; from < sorted.size(); from = to) {
            to = from + 1;
            while (to < sorted.size()
                    && sorted.get(to).score() == sorted.get(from).score()) {
                to++;
            }
            long ones = Labelled.happened(sorted.subList(from, to));
            descending.add(new Tie(ones, to - from - ones));
        }
        happened = Labelled.happened(forecasts);
        not = forecasts.size() - happened;
    }

    /** {@code P(s+ > s-) + P(s+ = s-)/2}: the area under the receiver operating characteristic. */
    public Measured<Double> auroc() {
        if (happened == 0 || not == 0) {
            return oneClassOnly();
        }
        double pairs = 0;
        long above = 0;
        for (Tie tie : descending) {
            pairs += tie.not * (above + 0.5 * tie.happened);
            above += tie.happened;
        }
        return Measured.known(pairs / happened / not);
    }

    /** {@code sum_i (R_i - R_(i-1)) P_i} over the distinct scores, with recall R and precision P down to score i. */
    public Measured<Double> averagePrecision() {
        if (happened == 0) {
            return Measured.unmeasurable("none of " + not + " forecasts came true: precision has nothing to find");
        }
        double sum = 0;
        long above = 0;
        long count = 0;
        for (Tie tie : descending) {
            above += tie.happened;
            count += tie.happened + tie.not;
            sum += (double) tie.happened * above / count;
        }
        return Measured.known(sum / happened);
    }

    /**
     * The largest recall of a threshold on the score that mistakes at most a share {@code most} of what did not
     * happen.
     */
    public Measured<Double> recallAtFalsePositiveRate(double most) {
        if (!(most >= 0 && most <= 1)) {
            throw new IllegalArgumentException("a false-positive rate is " + most + ": it must lie in [0, 1]");
        }
        if (happened == 0 || not == 0) {
            return oneClassOnly();
        }
        long above = 0;
        long mistaken = 0;
        for (Tie tie : descending) {
            mistaken += tie.not;
            if ((double) mistaken / not > most) {
                break;
            }
            above += tie.happened;
        }
        return Measured.known((double) above / happened);
    }

    private Measured<Double> oneClassOnly() {
        return Measured.unmeasurable(
                happened + " forecasts came true and " + not + " did not: a ranking needs at least one of each");
    }
}
