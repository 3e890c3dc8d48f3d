package org.dramatis.core.calibration;

import java.util.List;
import org.dramatis.core.number.LogSpace;

/**
 * Newton's method on {@code -sum_n t_n log p_n + (1 - t_n) log(1 - p_n)}, {@code p_n = sigmoid(a x_n + b)}, with the
 * scores mapped to x in [-1, 1]. The loss is convex, and halving the step until it falls makes every start good.
 */
final class LogisticFit {
    /** Scores closer together than this, of their size, are equal: their differences are rounding. */
    private static final double SAME = 1e-12;

    /** Scores closer together than this would need a slope beyond the doubles. */
    private static final double CLOSEST = 1e-300;

    /** Keeps the step finite when all probabilities have saturated; too small to move the optimum. */
    private static final double RIDGE = 1e-12;

    private static final int MOST_STEPS = 200;

    private final double[] x;
    private final double[] targets;
    private final double middle;
    private final double halfRange;

    LogisticFit(List<Labelled> forecasts) {
        double low = forecasts.stream().mapToDouble(Labelled::score).min().orElseThrow();
        double high = forecasts.stream().mapToDouble(Labelled::score).max().orElseThrow();
        middle = low / 2 + high / 2;
        halfRange = high / 2 - low / 2;
        x = forecasts.stream()
                .mapToDouble(forecast -> isConstant() ? 0 : (forecast.score() - middle) / halfRange)
                .toArray();
        long happened = Labelled.happened(forecasts);
        double one = (happened + 1.0) / (happened + 2.0);
        double zero = 1.0 / (forecasts.size() - happened + 2.0);
        targets = forecasts.stream()
                .mapToDouble(forecast -> forecast.happened() ? one : zero)
                .toArray();
    }

    private boolean isConstant() {
        return halfRange <= Math.max(CLOSEST, SAME * Math.abs(middle));
    }

    LogisticMap map() {
        double a = 0;
        double b = 0;
        double loss = loss(a, b);
        for (int step = 0; step < MOST_STEPS; step++) {
            double gradientA = 0;
            double gradientB = 0;
            double aa = RIDGE;
            double ab = 0;
            double bb = RIDGE;
            for (int n = 0; n < x.length; n++) {
                double p = LogSpace.sigmoid(a * x[n] + b);
                gradientA += (p - targets[n]) * x[n];
                gradientB += p - targets[n];
                aa += p * (1 - p) * x[n] * x[n];
                ab += p * (1 - p) * x[n];
                bb += p * (1 - p);
            }
            double determinant = aa * bb - ab * ab;
            double stepA = (bb * gradientA - ab * gradientB) / determinant;
            double stepB = (aa * gradientB - ab * gradientA) / determinant;
            double share = 1;
            while (share > RIDGE && !(loss(a - share * stepA, b - share * stepB) < loss)) {
                share /= 2;
            }
            if (share <= RIDGE) {
                break;
            }
            a -= share * stepA;
            b -= share * stepB;
            loss = loss(a, b);
        }
        return a > 0 && !isConstant()
                ? new LogisticMap(a / halfRange, b - a * (middle / halfRange))
                : new LogisticMap(0, logOddsOfMeanTarget());
    }

    private double loss(double a, double b) {
        double loss = 0;
        for (int n = 0; n < x.length; n++) {
            double logOdds = a * x[n] + b;
            loss -= targets[n] * LogSpace.logSigmoid(logOdds) + (1 - targets[n]) * LogSpace.logSigmoid(-logOdds);
        }
        return loss;
    }

    private double logOddsOfMeanTarget() {
        double sum = 0;
        for (double target : targets) {
            sum += target;
        }
        return Math.log(sum / (targets.length - sum));
    }
}
