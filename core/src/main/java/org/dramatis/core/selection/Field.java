package org.dramatis.core.selection;

import org.dramatis.core.number.LogVector;
import org.dramatis.core.number.Weights;

/** Who speaks in which context: {@code z_k(x) = log w_k + theta_k . phi(x)}. Immutable. */
public final class Field {
    private final Weights base;
    private final double[] theta; // personas x dimension
    private final int dimension;

    Field(Weights base, double[] theta, int dimension) {
        this.base = base;
        this.theta = theta.clone();
        this.dimension = dimension;
    }

    /** The weights in a context with the given features. */
    public Weights at(double... features) {
        ContextFeatures.requireFeatures(features, dimension);
        return at(base, theta, features);
    }

    /** The weights in one of some contexts, given by its place. */
    public Weights at(ContextFeatures contexts, int place) {
        return at(contexts.of(place));
    }

    /** The mean of the weights over some contexts. */
    public Weights mean(ContextFeatures contexts) {
        double[] mean = new double[base.size()];
        for (int x = 0; x < contexts.examples(); x++) {
            Weights weights = at(contexts.of(x));
            for (int k = 0; k < mean.length; k++) {
                mean[k] += weights.at(k) / contexts.examples();
            }
        }
        return Weights.of(mean);
    }

    double[] logits(double[] features) {
        return logits(base, theta, features);
    }

    static Weights at(Weights base, double[] theta, double[] features) {
        return Weights.softmax(LogVector.of(logits(base, theta, features)));
    }

    static double[] logits(Weights base, double[] theta, double[] features) {
        double[] logits = applied(theta, features);
        for (int k = 0; k < logits.length; k++) {
            logits[k] += base.log(k);
        }
        return logits;
    }

    /** {@code direction . features}: a direction in parameter space as a direction of the logits in one context. */
    static double[] applied(double[] direction, double[] features) {
        double[] logits = new double[direction.length / features.length];
        for (int k = 0; k < logits.length; k++) {
            for (int d = 0; d < features.length; d++) {
                logits[k] += direction[k * features.length + d] * features[d];
            }
        }
        return logits;
    }

    /** Adds {@code logits x features}: the transpose of {@link #applied}. */
    static void addOuter(double[] logits, double[] features, double[] sum) {
        for (int k = 0; k < logits.length; k++) {
            for (int d = 0; d < features.length; d++) {
                sum[k * features.length + d] += logits[k] * features[d];
            }
        }
    }
}
