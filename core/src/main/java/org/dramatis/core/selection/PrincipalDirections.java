package org.dramatis.core.selection;

import java.util.ArrayList;
import java.util.List;

/**
 * The directions in which some vectors differ most: the eigenvectors of the largest eigenvalues of {@code sum x x^T}, by power
 * iteration on what the directions before leave over (Hotelling 1933). The vectors are never multiplied out, so that wide ones cost
 * no more than they have entries.
 */
final class PrincipalDirections {
    private static final int ITERATIONS = 300;
    private static final double SMALL = 1e-12;

    private PrincipalDirections() {}

    /**
     * Orthonormal directions, the largest first; fewer where the vectors span fewer.
     *
     * @param centred vectors whose mean is 0
     */
    static List<double[]> of(List<double[]> centred, int most) {
        List<double[]> left =
                new ArrayList<>(centred.stream().map(double[]::clone).toList());
        double whole = left.stream().mapToDouble(x -> dot(x, x)).sum();
        List<double[]> directions = new ArrayList<>();
        while (directions.size() < most
                && left.stream().mapToDouble(x -> dot(x, x)).sum() > SMALL * whole) {
            double[] direction = largest(left);
            directions.add(direction);
            left.forEach(x -> add(x, direction, -dot(x, direction)));
        }
        return directions;
    }

    private static double[] largest(List<double[]> vectors) {
        double[] direction = vectors.stream()
                .max((x, y) -> Double.compare(dot(x, x), dot(y, y)))
                .orElseThrow()
                .clone();
        normalise(direction);
        for (int i = 0; i < ITERATIONS; i++) {
            double[] next = new double[direction.length];
            for (double[] x : vectors) {
                add(next, x, dot(x, direction));
            }
            normalise(next);
            direction = next;
        }
        return direction;
    }

    private static void normalise(double[] x) {
        double length = Math.sqrt(dot(x, x));
        for (int d = 0; d < x.length; d++) {
            x[d] /= length;
        }
    }

    private static void add(double[] sum, double[] x, double factor) {
        for (int d = 0; d < sum.length; d++) {
            sum[d] += factor * x[d];
        }
    }

    static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int d = 0; d < x.length; d++) {
            sum += x[d] * y[d];
        }
        return sum;
    }
}
