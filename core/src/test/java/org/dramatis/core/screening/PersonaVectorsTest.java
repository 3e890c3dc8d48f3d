package org.dramatis.core.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.dramatis.core.cast.PersonaId;
import org.dramatis.core.number.LogSpace;
import org.dramatis.core.number.Term;
import org.junit.jupiter.api.Test;

class PersonaVectorsTest {
    private static List<PersonaId> personas(int count) {
        return IntStream.range(0, count)
                .mapToObj(k -> new PersonaId("persona-" + k))
                .toList();
    }

    @Test
    void agreesWithThePlainProductInEveryDimension() {
        SplittableRandom random = new SplittableRandom(31);
        for (int dimension = 1; dimension <= 19; dimension++) {
            int d = dimension;
            float[] cells = new float[5 * d];
            for (int i = 0; i < cells.length; i++) {
                cells[i] = (float) random.nextGaussian();
            }
            double[] gradient = random.doubles(d, -1, 1).toArray();

            FirstOrderEvidence evidence = PersonaVectors.of(personas(5), cells).evidence(gradient);

            for (int k = 0; k < 5; k++) {
                int persona = k;
                double plain = IntStream.range(0, d)
                        .mapToDouble(i -> gradient[i] * cells[persona * d + i])
                        .sum();
                // The order of 19 additions of numbers near 1 changes the last digits only.
                assertThat(evidence.scores().at(k)).isCloseTo(plain, within(1e-13));
            }
        }
    }

    /**
     * A model of one position: {@code log p(y) = log softmax(W h)_y}, its state shifted by {@code eps v}. The gradient is
     * {@code W' (e_y - softmax(W h))}.
     */
    @Test
    void isTheDerivativeOfALogLinearModelAndItsErrorIsQuadratic() {
        SplittableRandom random = new SplittableRandom(37);
        int words = 12;
        int dimension = 7;
        int y = 3;
        double[][] w = IntStream.range(0, words)
                .mapToObj(i -> random.doubles(dimension, -1, 1).toArray())
                .toArray(double[][]::new);
        double[] h = random.doubles(dimension, -1, 1).toArray();
        float[] v = new float[dimension];
        for (int d = 0; d < dimension; d++) {
            v[d] = (float) (random.nextDouble() - 0.5);
        }

        double[] gradient = gradient(w, h, y);
        double firstOrder =
                PersonaVectors.of(personas(1), v).evidence(gradient).scores().at(0);

        double central = (logProbability(w, h, v, 1e-5, y) - logProbability(w, h, v, -1e-5, y)) / 2e-5;
        assertThat(firstOrder).isCloseTo(central, within(1e-9)); // 1e-10 truncation, 1e-11 rounding
        double error = Math.abs(exact(w, h, v, 0.01, y) - 0.01 * firstOrder);
        double errorOfHalf = Math.abs(exact(w, h, v, 0.005, y) - 0.005 * firstOrder);
        assertThat(error / errorOfHalf).isCloseTo(4, within(0.1)); // 4 + O(eps)
    }

    private static double exact(double[][] w, double[] h, float[] v, double strength, int y) {
        return logProbability(w, h, v, strength, y) - logProbability(w, h, v, 0, y);
    }

    private static double logProbability(double[][] w, double[] h, float[] v, double strength, int y) {
        double[] logits = new double[w.length];
        for (int i = 0; i < w.length; i++) {
            for (int d = 0; d < h.length; d++) {
                logits[i] += w[i][d] * (h[d] + strength * v[d]);
            }
        }
        return logits[y] - LogSpace.logSumExp(logits);
    }

    private static double[] gradient(double[][] w, double[] h, int y) {
        double[] gradient = new double[h.length];
        for (int i = 0; i < w.length; i++) {
            double p = Math.exp(logProbability(w, h, new float[h.length], 0, i));
            for (int d = 0; d < h.length; d++) {
                gradient[d] += ((i == y ? 1 : 0) - p) * w[i][d];
            }
        }
        return gradient;
    }

    /** Worked out by hand: less the mean (0, 0, 2, 1) they are (3, 4 | 0, 0), (-3, -4 | 0, 6), (0, 0 | 0, -6). */
    @Test
    void contrastedVectorsLackWhatAllHaveInCommonAndAreOfOneLengthAtEachSite() {
        PersonaVectors vectors = PersonaVectors.of(
                        List.of(new PersonaId("a"), new PersonaId("b"), new PersonaId("c")),
                        3,
                        4,
                        2,
                        1, //
                        -3,
                        -4,
                        2,
                        7, //
                        0,
                        0,
                        2,
                        -5)
                .contrasted(2);

        double usual = (5 + 5 + 0) / 3.0;
        assertThat(vectors.evidence(1, 0, 0, 0).scores().toArray())
                .containsExactly(new double[] {.6 * usual, -.6 * usual, 0}, within(1e-6));
        assertThat(vectors.evidence(0, 0, 0, 1).scores().toArray())
                .containsExactly(new double[] {0, 4, -4}, within(1e-6));
        assertThatThrownBy(() -> vectors.contrasted(3)).hasMessage("4 dimensions do not fall into 3 sites evenly");
    }

    @Test
    void cellsThatMakeNoVectorsAreRefused() {
        assertThatThrownBy(() -> PersonaVectors.of(personas(2), 1, 2, 3))
                .hasMessage("3 numbers do not make vectors of one dimension for 2 personas");
        assertThatThrownBy(() -> PersonaVectors.of(personas(2), 1, 2, 3, Float.NaN))
                .hasMessage("the vector of 'persona-1' is NaN in dimension 1: it must be finite");
        assertThatThrownBy(() -> PersonaVectors.of(personas(2), 1, 2, 3, 4).evidence(1))
                .hasMessage("the gradient has 1 dimensions and the persona vectors have 2");
    }

    @Test
    void anEvidenceExplainsItselfAsLengthsAndAnAngle() {
        PersonaVectors vectors = PersonaVectors.of(personas(2), 3, 4, 0, 0);

        Term explanation = vectors.explain(new PersonaId("persona-0"), 0, 2);

        assertThat(explanation.value())
                .isCloseTo(vectors.evidence(0, 2).score(new PersonaId("persona-0")), within(1e-14));
        assertThat(explanation.parts().stream().map(Term::value)).containsExactly(2.0, 5.0, 0.8);
        assertThat(vectors.explain(new PersonaId("persona-1"), 0, 2).value()).isZero();
        assertThatThrownBy(() -> vectors.explain(new PersonaId("nobody"), 0, 2))
                .hasMessage("persona 'nobody' has no vector: there are [persona-0, persona-1]");
    }

    @Test
    void whatIsNotFiniteIsNoEvidence() {
        PersonaVectors vectors = PersonaVectors.of(personas(1), 3e38f, 4);

        assertThatThrownBy(() -> vectors.evidence(1, Double.NaN))
                .hasMessage("the gradient is NaN in dimension 1: it must be finite");
        assertThatThrownBy(() -> vectors.evidence(Double.NEGATIVE_INFINITY, 1))
                .hasMessage("the gradient is -Infinity in dimension 0: it must be finite");
        assertThatThrownBy(() -> vectors.evidence(-1e300, 1))
                .hasMessage("the first-order evidence for 'persona-0' is -Infinity: it must be finite");
    }

    @Test
    void aPersonaHasOneVector() {
        PersonaId one = new PersonaId("one");
        assertThatThrownBy(() -> PersonaVectors.of(List.of(one, one), 1, 2))
                .hasMessage("persona 'one' has two vectors: give it one");
    }
}
