package org.dramatis.core.selection;

import java.util.ArrayList;
import java.util.List;

/** The feature vector phi(x) of the context of every example. */
public final class ContextFeatures {
    private final int dimension;
    private final List<double[]> rows;

    private ContextFeatures(int dimension, List<double[]> rows) {
        this.dimension = dimension;
        this.rows = rows;
    }

    /**
     * The feature vectors of the examples, in order.
     *
     * @throws IllegalArgumentException when they differ in length or hold a number that is not finite
     */
    public static ContextFeatures of(List<double[]> rows) {
        int dimension = rows.isEmpty() ? 0 : rows.getFirst().length;
        List<double[]> copies = new ArrayList<>(rows.size());
        for (double[] row : rows) {
            copies.add(requireFeatures(row, dimension).clone());
        }
        return new ContextFeatures(dimension, copies);
    }

    /** Every context is alike: phi(x) = 1, and the field becomes context-free selection. */
    public static ContextFeatures alike(int examples) {
        List<double[]> rows = new ArrayList<>(examples);
        double[] one = {1};
        for (int n = 0; n < examples; n++) {
            rows.add(one);
        }
        return new ContextFeatures(1, rows);
    }

    static double[] requireFeatures(double[] features, int dimension) {
        if (features.length != dimension) {
            throw new IllegalArgumentException(
                    "a context has " + features.length + " features where others have " + dimension);
        }
        for (int d = 0; d < dimension; d++) {
            if (!Double.isFinite(features[d])) {
                throw new IllegalArgumentException("feature " + d + " of a context is " + features[d]);
            }
        }
        return features;
    }

    public int examples() {
        return rows.size();
    }

    public int dimension() {
        return dimension;
    }

    /** For reading only. */
    double[] of(int example) {
        return rows.get(example);
    }
}
