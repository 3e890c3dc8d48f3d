package org.dramatis.core.selection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** The feature vector phi(x) of the context of every example. */
public final class ContextFeatures {
    private static final double[] ALIKE = {1};

    private final int dimension;
    private final List<double[]> rows;
    private final boolean alike;

    private ContextFeatures(int dimension, List<double[]> rows, boolean alike) {
        this.dimension = dimension;
        this.rows = rows;
        this.alike = alike;
    }

    /**
     * The feature vectors of the examples, in order.
     *
     * @throws IllegalArgumentException when they differ in length or hold a number that is not finite
     */
    public static ContextFeatures of(List<double[]> rows) {
        int dimension = rows.isEmpty() ? 0 : rows.getFirst().length;
        if (dimension == 0) {
            throw new IllegalArgumentException(
                    rows.size() + " contexts of " + dimension + " features: give at least one of each");
        }
        List<double[]> copies = new ArrayList<>(rows.size());
        for (double[] row : rows) {
            copies.add(requireFeatures(row, dimension).clone());
        }
        return new ContextFeatures(dimension, copies, false);
    }

    /** Every context is alike: phi(x) = 1, and the field becomes context-free selection. */
    public static ContextFeatures alike(int examples) {
        return new ContextFeatures(1, Collections.nCopies(examples, ALIKE), true);
    }

    /** Those of some of the examples, given by their places, in that order. */
    public ContextFeatures some(List<Integer> places) {
        return new ContextFeatures(dimension, places.stream().map(rows::get).toList(), alike);
    }

    /** The features of a context as they were given; none need be given where all contexts are alike. */
    double[] place(double[] features) {
        return features.length == 0 && alike ? ALIKE : requireFeatures(features, dimension);
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

    void requireExamples(int examples) {
        if (examples != rows.size()) {
            throw new IllegalArgumentException(
                    rows.size() + " contexts for " + examples + " examples: each has its own");
        }
    }

    public int examples() {
        return rows.size();
    }

    public int dimension() {
        return dimension;
    }

    /** The features of an example's context. */
    public List<Double> features(int example) {
        return Arrays.stream(rows.get(example)).boxed().toList();
    }

    /** For reading only. */
    double[] of(int example) {
        return rows.get(example);
    }
}
