package org.dramatis.core.calibration;

import java.util.List;

/** {@code sqrt((1/n) sum_n (forecast_n - observed_n)^2)}, in the unit of what is forecast. */
public final class RootMeanSquareError {
    private RootMeanSquareError() {}

    /**
     * @throws IllegalArgumentException when there are no pairs
     */
    public static double of(List<Pair> pairs) {
        return Math.sqrt(pairs.stream()
                .mapToDouble(pair -> Math.pow(pair.forecast() - pair.observed(), 2))
                .average()
                .orElseThrow(() -> new IllegalArgumentException("there are no pairs: pass at least one")));
    }
}
