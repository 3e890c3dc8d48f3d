package org.dramatis.core.selection;

import java.util.List;
import org.dramatis.core.number.Distributions;

/**
 * Fits eta (or tau) to observed runs by least squares, with its uncertainty.
 *
 * <p>With S(rho) the sum of squared residuals at {@code rho = log eta}, the posterior is
 *
 * <pre>
 *   p(rho | runs) ∝ exp(-kappa (S(rho) - S_min) / (2 s^2)),   s^2 = S_min / (n - 1)
 * </pre>
 *
 * <p>Values of one run err together, so n values are worth fewer than n. kappa corrects for that: it makes the curvature
 * at the optimum that of the cluster-robust variance (the magnitude adjustment of Ribatet, Cooley and Davison 2012,
 * Statist. Sinica 22), widened from the normal to Student's t for the number of runs.
 */
public final class RateFit {
    private static final int COARSE = 49;
    private static final int FINE = 121;
    private static final double REACH = 6; // standard deviations of log eta on the fine grid

    private final List<ObservedRun> runs;

    private RateFit(List<ObservedRun> runs) {
        this.runs = List.copyOf(runs);
    }

    /**
     * The posterior of the rate between two bounds, which should be far outside of what is plausible.
     *
     * @throws IllegalArgumentException when there are fewer than two runs: one run cannot say how much runs differ
     */
    public static RatePosterior fit(List<ObservedRun> runs, double lowest, double highest) {
        if (runs.size() < 2) {
            throw new IllegalArgumentException(
                    "a rate cannot be fitted with its uncertainty to " + runs.size() + " runs: give at least 2");
        }
        if (!(lowest > 0 && lowest < highest) || Double.isInfinite(highest)) {
            throw new IllegalArgumentException(
                    "rates from " + lowest + " to " + highest + " are no range: give 0 < lowest < highest");
        }
        return new RateFit(runs).posterior(Math.log(lowest), Math.log(highest));
    }

    private RatePosterior posterior(double low, double high) {
        double best = minimise(low, high);
        double smallest = squares(best);
        int values = runs.stream().mapToInt(ObservedRun::size).sum();
        double variance = smallest / Math.max(1, values - 1);
        Sensitivity sensitivity = sensitivity(best, low, high);
        if (variance == 0 && sensitivity.information() > 0) {
            return RatePosterior.certain(Math.exp(best));
        }
        double kappa = kappa(sensitivity, variance);
        double deviation = sensitivity.information() == 0
                ? Double.POSITIVE_INFINITY
                : Math.sqrt(variance / (kappa * sensitivity.information()));
        double from = Math.max(low, best - REACH * deviation);
        double to = Math.min(high, best + REACH * deviation);
        double[] rates = new double[FINE];
        double[] logs = new double[FINE];
        for (int i = 0; i < FINE; i++) {
            double rho = from + (to - from) * i / (FINE - 1);
            rates[i] = Math.exp(rho);
            logs[i] = variance == 0 ? 0 : -kappa * (squares(rho) - smallest) / (2 * variance);
        }
        return RatePosterior.of(rates, logs, Math.exp(best), Math.sqrt(smallest / values));
    }

    /** Of the runs, {@code sum (df/drho)^2}, and {@code sum over runs of (sum e df/drho)^2}. */
    private record Sensitivity(double information, double scoreVariance) {}

    private Sensitivity sensitivity(double best, double low, double high) {
        double step = 1e-3 * Math.min(1, high - low);
        double information = 0;
        double scoreVariance = 0;
        for (ObservedRun run : runs) {
            double[] at = run.residuals(Math.exp(best));
            double[] below = run.residuals(Math.exp(best - step));
            double[] above = run.residuals(Math.exp(best + step));
            double score = 0;
            for (int i = 0; i < at.length; i++) {
                double slope = (below[i] - above[i]) / (2 * step);
                information += slope * slope;
                score += at[i] * slope;
            }
            scoreVariance += score * score;
        }
        return new Sensitivity(information, scoreVariance * runs.size() / (runs.size() - 1.0));
    }

    private double kappa(Sensitivity sensitivity, double variance) {
        double student = Distributions.studentQuantile(0.975, runs.size() - 1);
        double widening = Math.pow(Distributions.normalQuantile(0.975) / student, 2);
        return sensitivity.scoreVariance() == 0
                ? widening
                : widening * variance * sensitivity.information() / sensitivity.scoreVariance();
    }

    /** The best place of a coarse grid, refined by golden sections. */
    private double minimise(double low, double high) {
        double width = (high - low) / (COARSE - 1);
        double best = low;
        double smallest = squares(low);
        for (int i = 1; i < COARSE; i++) {
            double squares = squares(low + i * width);
            if (squares < smallest) {
                smallest = squares;
                best = low + i * width;
            }
        }
        double golden = (Math.sqrt(5) - 1) / 2;
        double left = Math.max(low, best - width);
        double right = Math.min(high, best + width);
        while (right - left > 1e-6) {
            double inner = right - golden * (right - left);
            double outer = left + golden * (right - left);
            if (squares(inner) <= squares(outer)) {
                right = outer;
            } else {
                left = inner;
            }
        }
        return 0.5 * (left + right);
    }

    private double squares(double logRate) {
        double sum = 0;
        for (ObservedRun run : runs) {
            for (double residual : run.residuals(Math.exp(logRate))) {
                sum += residual * residual;
            }
        }
        return sum;
    }
}
