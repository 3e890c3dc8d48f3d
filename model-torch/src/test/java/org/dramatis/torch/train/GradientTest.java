package org.dramatis.torch.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.dramatis.core.number.LogVector;
import org.dramatis.model.train.AdamW;
import org.dramatis.model.train.Trained;
import org.dramatis.torch.Workers;
import org.dramatis.torch.network.Scope;
import org.dramatis.torch.network.Tensors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The gradient of every trained tensor against the slope of the loss along it, by finite differences. The loss is a sum of
 * single-precision logarithms, good to some 1e-7 each, which over distances of 5e-3 leaves
 * some 1e-4 of uncertainty; curvature is taken care of up to the fourth order.
 */
class GradientTest {
    private static final double DISTANCE = 5e-3;

    @ParameterizedTest
    @ValueSource(strings = {"llama", "qwen3", "gemma2", "phi3", "gpt2", "gpt_neox"})
    void isTheSlopeOfTheLossInEveryFamily(String family) {
        requireSlopes(family, new Trained.Everything(), imitated());
    }

    @ParameterizedTest
    @ValueSource(strings = {"llama", "phi3", "gpt2", "gpt_neox"})
    void isTheSlopeOfTheLossForAdapters(String family) {
        requireSlopes(family, Trained.Adapter.ofRank(2), imitated());
    }

    @Test
    void isTheSlopeOfTheLossOfPairs() {
        List<Example> pairs = new ArrayList<>();
        Tiny.preferences(5)
                .forEach(pair -> pairs.add(new Preferred(
                        new Text(pair.prompt(), pair.chosen()), new Text(pair.prompt(), pair.rejected()), .5, .7, .2)));
        requireSlopes("llama", new Trained.Everything(), pairs);
    }

    @Test
    void isTheSlopeOfTheLossOfRatedRepliesThatMayNotDiverge() {
        List<Example> rated = new ArrayList<>();
        Random random = new Random(3);
        for (Example one : imitated()) {
            LogVector reference = LogVector.of(IntStream.range(0, one.replyTokens())
                    .mapToDouble(t -> -2 - random.nextDouble())
                    .toArray());
            rated.add(new Rated(one.texts().getFirst(), random.nextGaussian(), .3, Optional.of(reference), .05));
        }
        requireSlopes("llama", new Trained.Everything(), rated);
    }

    private static List<Example> imitated() {
        return Tiny.demonstrations(6).stream()
                .<Example>map(one -> new Imitated(new Text(one.prompt(), one.reply()), .05))
                .toList();
    }

    private static void requireSlopes(String family, Trained trained, List<Example> examples) {
        try (Workers workers = new Workers(2);
                BaseModel base = BaseModel.random(Tiny.family(family), 3);
                Learner learner = new Learner(base, trained, AdamW.USUAL, 1, workers)) {
            scatter(learner.values());
            double loss = learner.learn(examples, 20).loss();
            assertThat(loss).isCloseTo(loss(learner, examples), within(1e-5));
            learner.gradientNorm();
            for (Layout.Place place : learner.layout().places()) {
                requireSlope(learner, examples, place);
            }
        }
    }

    /** Weights that are far from special values, such as the zeros that adapters begin with. */
    private static void scatter(Flat values) {
        Random random = new Random(4);
        try (Scope _ = Scope.ofInference()) {
            float[] noise = new float[(int) values.size()];
            for (int i = 0; i < noise.length; i++) {
                noise[i] = (float) (.2 * random.nextGaussian());
            }
            values.part(0, noise.length).add_(Tensors.of(noise));
        }
    }

    private static void requireSlope(Learner learner, List<Example> examples, Layout.Place place) {
        try (Scope _ = Scope.ofInference()) {
            Tensor gradient = learner.gradient().part(place);
            double length = torch.norm(gradient).item_double();
            Tensor direction = gradient.div(new Scalar(length));
            Tensor value = learner.values().part(place);
            double[] losses = new double[5];
            for (int i = -2; i <= 2; i++) {
                value.add_(direction, new Scalar(i * DISTANCE));
                losses[i + 2] = loss(learner, examples);
                value.add_(direction, new Scalar(-i * DISTANCE));
            }
            // Exact for polynomials up to degree 4.
            double slope = (8 * (losses[3] - losses[1]) - (losses[4] - losses[0])) / (12 * DISTANCE);
            assertThat(slope).as(place.name()).isCloseTo(length, within(2e-3 * length + 2e-4));
            assertThat(length).as(place.name()).isPositive();
        }
    }

    private static double loss(Learner learner, List<Example> examples) {
        Reading reading = new Reading(learner.transformer());
        return examples.stream()
                .mapToDouble(example -> example.loss(reading.logs(example.texts())))
                .sum();
    }
}
