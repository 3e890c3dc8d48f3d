package org.dramatis.report.picture;

import java.util.List;
import java.util.stream.IntStream;

/**
 * From values to places on paper, in a straight line.
 *
 * @param step between the values that are written beside the axis
 */
record Scale(double low, double high, double step, double start, double end) {
    /** Ticks nearer than a hundredth would be written alike. */
    private static final double LOWEST_TOP = .05;

    /** For weights: from 0 to a little above the highest. */
    static Scale ofWeights(double highest, int most, double start, double end) {
        return upTo(Math.max(highest, LOWEST_TOP), most, start, end);
    }

    /** A scale from 0 up to a round number that is not below {@code highest}, in at most {@code most} round steps. */
    static Scale upTo(double highest, int most, double start, double end) {
        double step = Math.pow(10, Math.floor(Math.log10(highest / most)));
        for (double factor : List.of(1.0, 2.0, 5.0, 10.0)) {
            if (Math.ceil(rounded(highest / (factor * step))) <= most) {
                double round = factor * step;
                return new Scale(0, round * Math.max(1, Math.ceil(rounded(highest / round))), round, start, end);
            }
        }
        throw new IllegalArgumentException("no scale in " + most + " steps reaches " + highest);
    }

    /** Where a value lies; what is beyond the ends lies on them. */
    double at(double value) {
        double share = Math.clamp((value - low) / (high - low), 0, 1);
        return start + share * (end - start);
    }

    List<Double> ticks() {
        return IntStream.rangeClosed(0, (int) Math.floor(rounded((high - low) / step)))
                .mapToObj(tick -> low + tick * step)
                .toList();
    }

    /** Three tenths divided by one tenth is a little more than three. */
    private static double rounded(double steps) {
        return Math.round(steps * 1e9) / 1e9;
    }
}
