package org.dramatis.core.screening;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.dramatis.core.cast.PersonaId;
import org.dramatis.core.number.LogVector;
import org.dramatis.core.number.Term;

/**
 * A direction in the activations for each of K personas, K x D. Single precision, as activations are: the loop over them
 * waits for memory.
 *
 * <p>The gradient {@code g = sum_t d log p(y|x) / d h_t} of one forward and one backward pass gives the evidence of all of
 * them to first order, {@code l_k - l_0 = <g, v_k> + O(|v_k|^2)}: adding v_k at every position is what makes the model play
 * persona k. It is linear in g, so the summed gradient of many episodes gives their summed evidence.
 */
public final class PersonaVectors {
    private final List<PersonaId> personas;
    private final int dimension;
    private final float[] cells;

    private PersonaVectors(List<PersonaId> personas, int dimension, float[] cells) {
        this.personas = personas;
        this.dimension = dimension;
        this.cells = cells;
    }

    /**
     * @param cells v_1, then v_2, ...; a persona each, all of the same dimension
     * @throws IllegalArgumentException when the cells do not divide evenly among the personas, one is not finite, or a persona
     *     occurs twice
     */
    public static PersonaVectors of(List<PersonaId> personas, float... cells) {
        if (personas.isEmpty() || cells.length == 0 || cells.length % personas.size() != 0) {
            throw new IllegalArgumentException(cells.length + " numbers do not make vectors of one dimension for "
                    + personas.size() + " personas");
        }
        Set<PersonaId> seen = new HashSet<>();
        for (PersonaId persona : personas) {
            if (!seen.add(persona)) {
                throw new IllegalArgumentException("persona '" + persona + "' has two vectors: give it one");
            }
        }
        int dimension = cells.length / personas.size();
        for (int i = 0; i < cells.length; i++) {
            if (!Float.isFinite(cells[i])) {
                throw new IllegalArgumentException("the vector of '" + personas.get(i / dimension) + "' is " + cells[i]
                        + " in dimension " + i % dimension + ": it must be finite");
            }
        }
        return new PersonaVectors(List.copyOf(personas), dimension, cells.clone());
    }

    /** Whose they are, in order. */
    public List<PersonaId> personas() {
        return personas;
    }

    /**
     * The same less what all personas have in common, and at each site all as long as they are on average: who moves the activations
     * most, in whatever direction, would otherwise be the first of every reply. Whoever does not move them stays at 0.
     *
     * @param sites that the dimensions fall into, equally many to each
     * @throws IllegalArgumentException when they do not
     */
    public PersonaVectors contrasted(int sites) {
        if (sites < 1 || dimension % sites != 0) {
            throw new IllegalArgumentException(dimension + " dimensions do not fall into " + sites + " sites evenly");
        }
        float[] contrasted = cells.clone();
        int width = dimension / sites;
        for (int site = 0; site < sites; site++) {
            contrast(contrasted, site * width, width);
        }
        return new PersonaVectors(personas, dimension, contrasted);
    }

    private void contrast(float[] all, int from, int width) {
        int count = personas.size();
        for (int d = from; d < from + width; d++) {
            double mean = 0;
            for (int k = 0; k < count; k++) {
                mean += all[k * dimension + d] / (double) count;
            }
            for (int k = 0; k < count; k++) {
                all[k * dimension + d] -= (float) mean;
            }
        }
        double[] lengths = new double[count];
        for (int k = 0; k < count; k++) {
            int first = k * dimension + from;
            lengths[k] = length(IntStream.range(first, first + width).mapToDouble(i -> all[i]));
        }
        double usual = DoubleStream.of(lengths).average().orElse(0);
        for (int k = 0; k < count; k++) {
            for (int i = k * dimension + from; lengths[k] > 0 && i < k * dimension + from + width; i++) {
                all[i] *= (float) (usual / lengths[k]);
            }
        }
    }

    /**
     * {@code <g, v_k>} for every persona.
     *
     * @throws IllegalArgumentException when the gradient is of another dimension or not finite
     */
    public FirstOrderEvidence evidence(double... gradient) {
        if (gradient.length != dimension) {
            throw new IllegalArgumentException(
                    "the gradient has " + gradient.length + " dimensions and the persona vectors have " + dimension);
        }
        for (int i = 0; i < dimension; i++) {
            if (!Double.isFinite(gradient[i])) {
                throw new IllegalArgumentException(
                        "the gradient is " + gradient[i] + " in dimension " + i + ": it must be finite");
            }
        }
        double[] products = new double[personas.size()];
        for (int k = 0; k < products.length; k++) {
            products[k] = dot(gradient, k * dimension);
        }
        return new FirstOrderEvidence(personas, LogVector.of(products));
    }

    /** The evidence for one persona: how long the gradient and the vector are, and how far they point the same way. */
    public Term explain(PersonaId persona, double... gradient) {
        double product = evidence(gradient).score(persona);
        double steep = length(Arrays.stream(gradient));
        int from = personas.indexOf(persona) * dimension;
        double strong = length(IntStream.range(from, from + dimension).mapToDouble(i -> cells[i]));
        return Term.product(
                "first-order evidence for " + persona,
                Term.given("length of the gradient", steep),
                Term.given("length of the persona's vector", strong),
                Term.given("cosine of the angle between", product == 0 ? 0 : product / steep / strong));
    }

    private static double length(DoubleStream entries) {
        return entries.reduce(0, Math::hypot);
    }

    /** Four sums, because additions in one chain would wait for each other. */
    private double dot(double[] gradient, int vector) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i + 3 < gradient.length; i += 4) {
            a += gradient[i] * cells[vector + i];
            b += gradient[i + 1] * cells[vector + i + 1];
            c += gradient[i + 2] * cells[vector + i + 2];
            d += gradient[i + 3] * cells[vector + i + 3];
        }
        for (; i < gradient.length; i++) {
            a += gradient[i] * cells[vector + i];
        }
        return (a + b) + (c + d);
    }
}
