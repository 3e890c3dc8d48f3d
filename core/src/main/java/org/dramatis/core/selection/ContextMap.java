package org.dramatis.core.selection;

import java.util.List;

/**
 * From an activation h at the last prompt token to features: {@code phi(x) = (sqrt a, sqrt b (h - mean) / scale)}.
 *
 * <p>The scale makes the mean squared length of centred reference activations 1, so that a is the share of training that
 * reaches every context alike and b the share that reaches similar contexts more. b = 0 is the context-free form. (This holds of plain steps. An adaptive step weighs every
 * feature alike, and so favours what only similar contexts share, the more so the more features there are.)
 */
public final class ContextMap {
    private final double everywhere;
    private final double nearby;
    private final double[] mean;
    private final double scale;

    private ContextMap(double everywhere, double nearby, double[] mean, double scale) {
        this.everywhere = everywhere;
        this.nearby = nearby;
        this.mean = mean;
        this.scale = scale;
    }

    /**
     * Fits mean and scale to reference activations, one a context.
     *
     * @param a weight of what all contexts share
     * @param b weight of what only similar contexts share
     */
    public static ContextMap fit(List<double[]> activations, double a, double b) {
        if (activations.isEmpty() || !(a >= 0) || !(b >= 0) || !Double.isFinite(a + b)) {
            throw new IllegalArgumentException("a context map of " + activations.size() + " activations with a = " + a
                    + ", b = " + b + ": it needs an activation, and finite weights that are not negative");
        }
        double[] mean = new double[activations.getFirst().length];
        for (double[] activation : activations) {
            ContextFeatures.requireFeatures(activation, mean.length);
            for (int d = 0; d < mean.length; d++) {
                mean[d] += activation[d] / activations.size();
            }
        }
        double squares = 0;
        for (double[] activation : activations) {
            for (int d = 0; d < mean.length; d++) {
                squares += Math.pow(activation[d] - mean[d], 2);
            }
        }
        double scale = Math.sqrt(squares / activations.size());
        return new ContextMap(a, b, mean, scale == 0 ? 1 : scale);
    }

    public double[] features(double[] activation) {
        ContextFeatures.requireFeatures(activation, mean.length);
        double[] features = new double[mean.length + 1];
        features[0] = Math.sqrt(everywhere);
        for (int d = 0; d < mean.length; d++) {
            features[d + 1] = Math.sqrt(nearby) * (activation[d] - mean[d]) / scale;
        }
        return features;
    }
}
