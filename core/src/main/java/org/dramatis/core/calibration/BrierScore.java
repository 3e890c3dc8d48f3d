package org.dramatis.core.calibration;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.dramatis.core.calibration.Reliability.Bin;
import org.dramatis.core.number.Term;

/**
 * The mean squared error of probabilities, {@code (1/n) sum (f - y)^2}, taken apart over the bins of a reliability
 * curve:
 *
 * <pre>{@code
 * score = reliability - resolution + uncertainty + withinBins
 * reliability = sum_b n_b/n (mean forecast_b - o_b)^2     0 when forecasts mean what they say
 * resolution  = sum_b n_b/n (o_b - o)^2                   how far they tell cases apart
 * uncertainty = o (1 - o)                                 of always forecasting the base rate o
 * }</pre>
 *
 * with {@code o_b} the share that happened in bin b. {@code withinBins} is what the bins hide, 0 when the forecasts
 * within each are equal. (Murphy 1973, J. Appl. Meteorology 12; Stephenson et al. 2008, Weather and Forecasting 23.)
 */
public record BrierScore(double reliability, double resolution, double uncertainty, double withinBins) {
    public BrierScore {
        requireShare("reliability", reliability);
        requireShare("resolution", resolution);
        requireShare("uncertainty", uncertainty);
        if (!Double.isFinite(withinBins)) {
            throw new IllegalArgumentException("the part within bins is " + withinBins + ": it must be finite");
        }
    }

    private static void requireShare(String part, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("the " + part + " is " + value + ": it must lie in [0, 1]");
        }
    }

    /**
     * @throws IllegalArgumentException when there are no forecasts, or one is not a probability
     */
    public static BrierScore of(List<Labelled> forecasts, int mostBins) {
        Reliability curve = Reliability.of(forecasts, mostBins);
        double baseRate = (double) Labelled.happened(forecasts) / forecasts.size();
        return new BrierScore(
                mean(curve, bin -> bin.gap() * bin.gap()),
                mean(curve, bin -> Math.pow(bin.happened().share() - baseRate, 2)),
                baseRate * (1 - baseRate),
                mean(curve, Bin::withinBin));
    }

    private static double mean(Reliability curve, ToDoubleFunction<Bin> value) {
        double sum = 0;
        for (Bin bin : curve.bins()) {
            sum += bin.count() * value.applyAsDouble(bin);
        }
        return sum / curve.count();
    }

    public double score() {
        return explain().value();
    }

    public Term explain() {
        return Term.sum(
                "Brier score",
                Term.given("reliability", reliability),
                Term.given("less resolution", -resolution),
                Term.given("uncertainty", uncertainty),
                Term.given("within bins", withinBins));
    }
}
