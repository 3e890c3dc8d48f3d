package org.dramatis.core.calibration;

import java.util.List;

/** {@code sqrt((1/n) sum_n (forecast_n - observed_n)^2)}, in the unit of what is forecast. */
public final class RootMeanSquareError {
    private RootMeanSquareError() {}

    /**
     * @throws IllegalArgumentException when there are no pairs
     */
    public static double of(List<Pair> pairs) {
        if (pairs.isEmpty()) {
            throw new IllegalArgumentException("there are no pairs: pass at least one");
        }
        // hypot, and not a sum of squares, because squares overflow.
        double length = pairs.stream()
                .mapToDouble(pair -> pair.forecast() - pair.observed())
                .reduce(0, Math::hypot);
        return length / Math.sqrt(pairs.size());
    }
}
