package org.dramatis.core.prior;

import java.util.random.RandomGenerator;

/**
 * How many more rows each persona might have explained: a Dirichlet prior, drawn as independent gamma counts.
 *
 * <p>A bootstrap alone believes that a persona which happened not to be seen does not exist. With shape 1/2 a persona
 * that can be told from all others gets exactly the Jeffreys posterior {@code Dirichlet(n_k + 1/2)}. In large casts, most
 * of whose personas are absent, so much would drown the data: the shapes then sum to 2, whatever the cast.
 */
final class PseudoRows {
    private static final double JEFFREYS = 0.5;
    private static final double MOST = 2;

    private PseudoRows() {}

    static double[] draw(int personas, RandomGenerator random) {
        double[] rows = new double[personas];
        for (int k = 0; k < personas; k++) {
            rows[k] = gamma(shape(personas), random);
        }
        return rows;
    }

    /** What one persona lacks of shape 1/2, for an interval that asks of this persona alone against all the rest. */
    static double drawRest(int personas, RandomGenerator random) {
        double rest = JEFFREYS - shape(personas);
        return rest == 0 ? 0 : gamma(rest, random);
    }

    private static double shape(int personas) {
        return Math.min(JEFFREYS, MOST / personas);
    }

    /** Marsaglia and Tsang (2000), ACM Trans. Math. Softw. 26(3), for shape + 1, brought down by a power of a uniform. */
    private static double gamma(double shape, RandomGenerator random) {
        double d = shape + 1 - 1 / 3.0;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double v = Math.pow(1 + c * x, 3);
            if (v > 0 && Math.log(random.nextDouble()) < 0.5 * x * x + d - d * v + d * Math.log(v)) {
                return d * v * Math.pow(random.nextDouble(), 1 / shape);
            }
        }
    }
}
