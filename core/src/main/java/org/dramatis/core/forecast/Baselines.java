package org.dramatis.core.forecast;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dramatis.core.number.Measured;

/**
 * The cheap rivals that stand beside every forecast. The base rate is a shift. The others are scores: a calibration map or a
 * regression, fitted on other families, must turn them into one.
 *
 * <p>Activations and gradients are plain vectors of one length. No change needs no code: it predicts a shift of 0.
 */
public final class Baselines {
    private Baselines() {}

    /** A run that was really trained: which behaviour was looked at, and by how much it shifted. */
    public record ObservedShift(String behaviour, double shift) {}

    /** The mean shift of each behaviour over other runs: what one expects without looking at the data. */
    public static SortedMap<String, Double> baseRates(List<ObservedShift> runs) {
        return runs.stream()
                .collect(Collectors.groupingBy(
                        ObservedShift::behaviour, TreeMap::new, Collectors.averagingDouble(ObservedShift::shift)));
    }

    /**
     * {@code 1 - cos(mean of data, mean of probes)}: data whose contexts lie near the probe's may move it more.
     * Unmeasurable when a centroid is 0 and points nowhere.
     */
    public static Measured<Double> centroidDistance(List<double[]> data, List<double[]> probes) {
        double[] from = mean(data);
        double[] to = requireLength(mean(probes), from.length);
        double lengths = Math.sqrt(dot(from, from)) * Math.sqrt(dot(to, to));
        return lengths == 0
                ? Measured.unmeasurable("a centroid of the activations is 0, so it lies in no direction")
                : Measured.known(1 - dot(from, to) / lengths);
    }

    /**
     * {@code (mean over the data's replies - mean over the model's own) . v / |v|}: how much further along a persona
     * vector v the data speaks than the model would.
     */
    public static Measured<Double> projectionDifference(
            List<double[]> dataReplies, List<double[]> ownReplies, double[] personaVector) {
        double[] data = requireLength(mean(dataReplies), personaVector.length);
        double[] own = requireLength(mean(ownReplies), personaVector.length);
        double length = Math.sqrt(dot(personaVector, personaVector));
        return length == 0
                ? Measured.unmeasurable("the persona vector is 0, so nothing lies along it")
                : Measured.known((dot(data, personaVector) - dot(own, personaVector)) / length);
    }

    /** {@code g_data . g_probe}: by how much the first plain step of training on the data raises a probe's answer. */
    public static double gradientInfluence(List<double[]> dataGradients, double[] probeGradient) {
        return dot(requireLength(mean(dataGradients), probeGradient.length), probeGradient);
    }

    private static double[] mean(List<double[]> vectors) {
        if (vectors.isEmpty()) {
            throw new IllegalArgumentException("the mean of no vectors is undefined: pass at least one");
        }
        double[] mean = new double[vectors.getFirst().length];
        for (double[] vector : vectors) {
            requireLength(vector, mean.length);
            for (int d = 0; d < mean.length; d++) {
                mean[d] += vector[d] / vectors.size();
            }
        }
        return mean;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int d = 0; d < a.length; d++) {
            sum += a[d] * b[d];
        }
        if (!Double.isFinite(sum)) {
            throw new IllegalArgumentException("a product of vectors is " + sum + ": their entries must be finite");
        }
        return sum;
    }

    private static double[] requireLength(double[] vector, int length) {
        if (vector.length != length) {
            throw new IllegalArgumentException(
                    "vectors of " + vector.length + " and " + length + " entries are not of one space");
        }
        return vector;
    }
}
