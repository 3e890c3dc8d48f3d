package org.dramatis.core.calibration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The monotone map closest to what was observed, with no shape assumed; it wants hundreds of forecasts.
 *
 * <p>Linear between its knots and constant beyond them. It may say exactly 0 or 1.
 *
 * @param knots in order of score, none twice, probabilities not falling
 */
public record IsotonicMap(List<Knot> knots) implements CalibrationMap {
    public record Knot(double score, double probability) {
        public Knot {
            CalibrationMap.requireScore(score);
            if (!(probability >= 0 && probability <= 1)) {
                throw new IllegalArgumentException("a knot has probability " + probability + ": it must lie in [0, 1]");
            }
        }
    }

    /**
     * An observation to be fitted.
     *
     * @param target the share that happened, 0 or 1 for a single forecast
     * @param weight how many forecasts it stands for; positive
     */
    public record Observation(double score, double target, double weight) {
        public Observation {
            CalibrationMap.requireScore(score);
            if (!(target >= 0 && target <= 1) || !(weight > 0 && Double.isFinite(weight))) {
                throw new IllegalArgumentException("an observation has target " + target + " and weight " + weight
                        + ": the target must lie in [0, 1], the weight must be positive");
            }
        }
    }

    public IsotonicMap {
        knots = List.copyOf(knots);
        if (knots.isEmpty()) {
            throw new IllegalArgumentException("an isotonic map needs at least one knot");
        }
        for (int i = 1; i < knots.size(); i++) {
            Knot left = knots.get(i - 1);
            Knot right = knots.get(i);
            if (!(left.score() < right.score() && left.probability() <= right.probability())) {
                throw new IllegalArgumentException(left + " cannot come before " + right);
            }
        }
    }

    public static IsotonicMap fit(List<Labelled> forecasts) {
        return fitWeighted(Labelled.requireAny(forecasts).stream()
                .map(forecast -> new Observation(forecast.score(), forecast.outcome(), 1))
                .toList());
    }

    /**
     * Minimises {@code sum_n weight_n (target_n - f(score_n))^2} over the functions f that do not fall, by pooling
     * adjacent violators: equal scores are pooled first, then every block that lies below the one before it.
     */
    public static IsotonicMap fitWeighted(List<Observation> observations) {
        List<Block> blocks = new ArrayList<>();
        for (Block next : tied(observations)) {
            Block block = next;
            while (!blocks.isEmpty() && blocks.getLast().mean() >= block.mean()) {
                block = blocks.removeLast().with(block);
            }
            blocks.add(block);
        }
        return new IsotonicMap(
                blocks.stream().flatMap(block -> block.knots().stream()).toList());
    }

    private static List<Block> tied(List<Observation> observations) {
        List<Block> tied = new ArrayList<>();
        for (Observation next : observations.stream()
                .sorted(Comparator.comparingDouble(Observation::score))
                .toList()) {
            Block block = new Block(next.score(), next.score(), next.target() * next.weight(), next.weight());
            boolean same = !tied.isEmpty() && tied.getLast().to == next.score();
            tied.add(same ? tied.removeLast().with(block) : block);
        }
        return tied;
    }

    /** Scores from..to that share one value. */
    private record Block(double from, double to, double sum, double weight) {
        double mean() {
            return Math.min(1, sum / weight);
        }

        Block with(Block right) {
            return new Block(from, right.to, sum + right.sum, weight + right.weight);
        }

        List<Knot> knots() {
            return from == to ? List.of(new Knot(from, mean())) : List.of(new Knot(from, mean()), new Knot(to, mean()));
        }
    }

    @Override
    public double probability(double score) {
        CalibrationMap.requireScore(score);
        int right = firstKnotBeyond(score);
        if (right == 0) {
            return knots.getFirst().probability();
        }
        Knot left = knots.get(right - 1);
        if (right == knots.size() || left.score() == score) {
            return left.probability();
        }
        Knot next = knots.get(right);
        // Halves, because the distance of two finite scores may overflow.
        double share = (score / 2 - left.score() / 2) / (next.score() / 2 - left.score() / 2);
        return left.probability() + share * (next.probability() - left.probability());
    }

    private int firstKnotBeyond(double score) {
        int low = 0;
        int high = knots.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (knots.get(middle).score() > score) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
