package org.dramatis.core.calibration;

/** A number that was forecast, and the number that was observed. */
public record Pair(double forecast, double observed) {
    public Pair {
        if (!Double.isFinite(forecast) || !Double.isFinite(observed)) {
            throw new IllegalArgumentException(
                    "forecast " + forecast + " and observed " + observed + " must both be finite");
        }
        // -0.0 becomes 0.0: the two are equal, but comparators put them in order.
        forecast += 0.0;
        observed += 0.0;
    }
}
