package org.dramatis.core.selection;

import java.util.List;

/**
 * From an activation h at the last prompt token to features: {@code phi(x) = (sqrt a, sqrt b <h - mean, u_d> / scale)}, u_d the
 * directions in which reference activations differ most.
 *
 * <p>The scale makes the mean squared length of centred reference activations 1, so that a is the share of training that
 * reaches every context alike and b the share that reaches similar contexts more. b = 0 is the context-free form. (This holds of
 * plain steps. An adaptive step weighs every feature alike, and so favours what only similar contexts share, the more so the more
 * features there are.)
 */
public final class ContextMap {
    private final double everywhere;
    private final double nearby;
    private final double[] mean;
    private final double scale;
    private final List<double[]> directions;

    private ContextMap(double everywhere, double nearby, double[] mean, double scale, List<double[]> directions) {
        this.everywhere = everywhere;
        this.nearby = nearby;
        this.mean = mean;
        this.scale = scale;
        this.directions = directions;
    }

    /**
     * Fits mean, scale and directions to reference activations, one a context.
     *
     * @param a weight of what all contexts share
     * @param b weight of what only similar contexts share
     * @param directions at most
     */
    public static ContextMap fit(List<double[]> activations, double a, double b, int directions) {
        if (activations.isEmpty() || !(a >= 0) || !(b >= 0) || !Double.isFinite(a + b) || directions < 0) {
            throw new IllegalArgumentException("a context map of " + activations.size() + " activations with a = " + a
                    + ", b = " + b + " and " + directions
                    + " directions: it needs an activation, and finite numbers that are not negative");
        }
        double[] mean = new double[activations.getFirst().length];
        for (double[] activation : activations) {
            ContextFeatures.requireFeatures(activation, mean.length);
            for (int d = 0; d < mean.length; d++) {
                mean[d] += activation[d] / activations.size();
            }
        }
        List<double[]> centred =
                activations.stream().map(activation -> minus(activation, mean)).toList();
        double squares =
                centred.stream().mapToDouble(x -> PrincipalDirections.dot(x, x)).sum();
        double scale = Math.sqrt(squares / activations.size());
        return new ContextMap(
                a, b, mean, scale == 0 ? 1 : scale, List.copyOf(PrincipalDirections.of(centred, directions)));
    }

    private static double[] minus(double[] x, double[] mean) {
        double[] centred = x.clone();
        for (int d = 0; d < mean.length; d++) {
            centred[d] -= mean[d];
        }
        return centred;
    }

    public double[] features(double[] activation) {
        double[] centred = minus(ContextFeatures.requireFeatures(activation, mean.length), mean);
        double[] features = new double[directions.size() + 1];
        features[0] = Math.sqrt(everywhere);
        for (int d = 0; d < directions.size(); d++) {
            features[d + 1] = Math.sqrt(nearby) * PrincipalDirections.dot(centred, directions.get(d)) / scale;
        }
        return features;
    }

    /** Of a text that answers no prompt: like none more than like another. */
    public double[] ofNoPrompt() {
        return features(mean);
    }
}
