package org.dramatis.core.calibration;

import java.util.List;
import org.dramatis.core.number.Interval;

/**
 * How far what happens lies from what was forecast, learnt from forecasts whose outcome is known.
 *
 * <pre>
 *   |o - f| &lt;= q (s + |f|)    in as many cases as the level says
 * </pre>
 *
 * <p>Large shifts are missed by more than small ones; q is a quantile of the misses in units of {@code s + |f|} (split conformal
 * prediction with a scale; Lei et al. 2018, J. Amer. Statist. Assoc. 113), which asks nothing of how they are distributed.
 *
 * @param floor s, of a forecast that nothing changes
 * @param quantile q
 */
public record ErrorBand(double floor, double quantile, double level) {
    private static final double[] FLOORS = {.003, .01, .03, .1, .3, 1};

    public ErrorBand {
        if (!(floor > 0) || !(quantile >= 0) || !Double.isFinite(floor) || !Double.isFinite(quantile)) {
            throw new IllegalArgumentException("a floor of " + floor + " and a quantile of " + quantile
                    + " make no band: the one must be positive, the other not negative, both finite");
        }
        Interval.requireLevel(level);
    }

    /**
     * Of the scales the one whose band is narrowest on average.
     *
     * @throws IllegalArgumentException when there are too few pairs for a quantile of that level
     */
    public static ErrorBand fit(List<Pair> known, double level) {
        int rank = (int) Math.ceil(Interval.requireLevel(level) * (known.size() + 1));
        if (rank > known.size()) {
            throw new IllegalArgumentException(known.size() + " forecasts are too few for a band that holds " + level
                    + " of what happens: give at least " + (int) Math.ceil(level / (1 - level)));
        }
        ErrorBand best = of(known, FLOORS[0], rank, level);
        for (double floor : FLOORS) {
            ErrorBand band = of(known, floor, rank, level);
            if (band.width(known) < best.width(known)) {
                best = band;
            }
        }
        return best;
    }

    private static ErrorBand of(List<Pair> known, double floor, int rank, double level) {
        double[] misses = known.stream()
                .mapToDouble(pair -> Math.abs(pair.observed() - pair.forecast()) / (floor + Math.abs(pair.forecast())))
                .sorted()
                .toArray();
        return new ErrorBand(floor, misses[rank - 1], level);
    }

    private double width(List<Pair> known) {
        return known.stream().mapToDouble(pair -> reach(pair.forecast())).sum();
    }

    /** How far from a forecast what happens may lie. */
    public double reach(double forecast) {
        return quantile * (floor + Math.abs(forecast));
    }

    public Interval around(double forecast) {
        return new Interval(forecast - reach(forecast), forecast + reach(forecast), level);
    }
}
