package org.dramatis.torch.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.dramatis.model.train.AdamW;
import org.dramatis.torch.Workers;
import org.dramatis.torch.network.Scope;
import org.dramatis.torch.network.Tensors;
import org.junit.jupiter.api.Test;

class OptimiserTest {
    /** More than a chunk of each kind, neither a whole number of them. */
    private static final Layout LAYOUT = new Layout(List.of(), 40_000, 75_000);

    private static final AdamW FORM = new AdamW(.8, .95, 1e-3, .1);

    @Test
    void stepsAsTheFormulaSaysForEachNumberByItself() {
        Random random = new Random(1);
        float[] start = floats(random);
        try (Workers workers = new Workers(2);
                Flat values = flat(start);
                Optimiser optimiser = new Optimiser(FORM, LAYOUT, values)) {
            ScalarAdamW[] oracles = new ScalarAdamW[start.length];
            for (int i = 0; i < start.length; i++) {
                oracles[i] = new ScalarAdamW(start[i], i < LAYOUT.decaying() ? FORM.weightDecay() : 0);
            }
            for (int number = 1; number <= 4; number++) {
                float[] slopes = floats(random);
                double rate = .1 / number;
                try (Flat gradient = flat(slopes)) {
                    optimiser.step(number, rate, .5, gradient, workers);
                    assertThat(floats(gradient)).containsOnly(0f);
                }
                for (int i = 0; i < start.length; i++) {
                    oracles[i].step(number, rate, .5 * slopes[i]);
                }
            }
            float[] results = floats(values);
            for (int i = 0; i < start.length; i++) {
                assertThat((double) results[i]).isCloseTo(oracles[i].value, within(1e-5));
            }
        }
    }

    @Test
    void addsGradientsAndMeasuresTheSum() {
        Random random = new Random(2);
        float[] one = floats(random);
        float[] other = floats(random);
        try (Workers workers = new Workers(2);
                Flat values = flat(one);
                Flat first = flat(one);
                Flat second = flat(other);
                Optimiser optimiser = new Optimiser(FORM, LAYOUT, values)) {
            double squared = 0;
            for (int i = 0; i < one.length; i++) {
                squared += Math.pow(one[i] + other[i], 2);
            }
            assertThat(optimiser.sum(List.of(first, second), workers))
                    .isCloseTo(Math.sqrt(squared), within(1e-5 * Math.sqrt(squared)));
            assertThat(floats(first)[70_000]).isEqualTo(one[70_000] + other[70_000]);
            assertThat(floats(second)).containsOnly(0f);
        }
    }

    private static float[] floats(Random random) {
        float[] floats = new float[(int) LAYOUT.size()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) random.nextGaussian();
        }
        return floats;
    }

    private static Flat flat(float[] numbers) {
        Flat flat = new Flat(numbers.length);
        try (Scope _ = Scope.ofInference()) {
            flat.part(0, numbers.length).copy_(Tensors.of(numbers));
        }
        return flat;
    }

    private static float[] floats(Flat flat) {
        try (Scope _ = Scope.ofInference()) {
            return Tensors.floats(flat.part(0, flat.size()));
        }
    }

    /** The published algorithm for one number in double precision. */
    private static final class ScalarAdamW {
        private final double decay;
        private double value;
        private double mean;
        private double square;

        ScalarAdamW(double value, double decay) {
            this.value = value;
            this.decay = decay;
        }

        void step(int number, double rate, double slope) {
            mean = FORM.beta1() * mean + (1 - FORM.beta1()) * slope;
            square = FORM.beta2() * square + (1 - FORM.beta2()) * slope * slope;
            double unbiasedMean = mean / (1 - Math.pow(FORM.beta1(), number));
            double unbiasedSquare = square / (1 - Math.pow(FORM.beta2(), number));
            value -= rate * decay * value + rate * unbiasedMean / (Math.sqrt(unbiasedSquare) + FORM.epsilon());
        }
    }
}
