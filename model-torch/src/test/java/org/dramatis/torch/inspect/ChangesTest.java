package org.dramatis.torch.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bytedeco.pytorch.Tensor;
import org.dramatis.model.generate.Sample;
import org.dramatis.model.generate.Sampling;
import org.dramatis.model.inspect.Change;
import org.dramatis.model.inspect.Change.Add;
import org.dramatis.model.inspect.Change.Cap;
import org.dramatis.model.inspect.Change.Where;
import org.dramatis.model.inspect.Direction;
import org.dramatis.model.inspect.Site;
import org.dramatis.model.score.Passage;
import org.dramatis.model.score.Score;
import org.dramatis.model.text.Tokens;
import org.dramatis.torch.ByteTokenizer;
import org.dramatis.torch.RandomModel;
import org.dramatis.torch.Shapes;
import org.dramatis.torch.Workers;
import org.dramatis.torch.generate.TorchGenerator;
import org.dramatis.torch.network.Hooks;
import org.dramatis.torch.network.PackedBatch;
import org.dramatis.torch.network.PackedBatch.Group;
import org.dramatis.torch.network.PackedBatch.Row;
import org.dramatis.torch.network.Scope;
import org.dramatis.torch.network.Tensors;
import org.dramatis.torch.score.TorchScorer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChangesTest {
    private static final Workers WORKERS = new Workers(2);
    private static final int WIDTH = Shapes.WIDTH;

    @AfterAll
    static void close() {
        WORKERS.close();
    }

    @ParameterizedTest
    @EnumSource
    void changesAreMadeInOrderAsTheirFormulasSay(Where where) {
        Site site = Site.attention(1);
        Direction v = Vectors.random(1, WIDTH, 1);
        Direction w = Vectors.random(2, WIDTH, 3);
        List<Change> changes = List.of(
                new Add(site, v, where),
                new Cap(site, w, 0.4, where),
                new Add(Site.attention(0), w, where),
                new Add(site, w, Where.EVERYWHERE));
        int tokens = 6;
        int reply = 2;
        float[] before = Vectors.random(3, tokens * WIDTH, 1).toArray();
        float[] after = changed(changes, site, before, tokens, reply);
        for (int t = 0; t < tokens; t++) {
            double[] h = Vectors.doubles(before, t * WIDTH, WIDTH);
            if (where == Where.EVERYWHERE || t >= tokens - reply) {
                double along = 0;
                for (int i = 0; i < WIDTH; i++) {
                    h[i] += v.at(i);
                    along += h[i] * w.at(i) / w.length();
                }
                for (int i = 0; i < WIDTH; i++) {
                    h[i] -= Math.max(0, along - 0.4) * w.at(i) / w.length();
                }
            }
            for (int i = 0; i < WIDTH; i++) {
                assertThat((double) after[t * WIDTH + i]).isCloseTo(h[i] + w.at(i), within(1e-5));
            }
        }
    }

    private static float[] changed(List<Change> changes, Site site, float[] activations, int tokens, int reply) {
        try (Scope _ = Scope.ofInference()) {
            Row row = new Row(Tokens.of(new int[tokens]), reply);
            PackedBatch batch = new PackedBatch(List.of(new Group(Optional.empty(), List.of(row))), false);
            Tensor before = Tensors.of(activations).view(tokens, WIDTH);
            return Tensors.floats(
                    new Changes(changes, Shapes.PLAIN.architecture()).at(batch, site.layer(), site.place(), before));
        }
    }

    @Test
    void aCapHoldsForWhatGoesOn() {
        Direction u = Vectors.random(4, WIDTH, 1);
        try (RandomModel model = new RandomModel(Shapes.PLAIN.architecture(), 3)) {
            Tokens text = Tokens.of(1, 2, 3, 4, 5, 6, 7, 8);
            List<Integer> all = List.of(0, 1, 2, 3, 4, 5, 6, 7);
            List<Double> free = projections(model, Hooks.NONE, text, all, u);
            Hooks cap = new Changes(List.of(new Cap(Site.after(1), u, -0.5, Where.EVERYWHERE)), model.architecture());
            List<Double> capped = projections(model, cap, text, all, u);
            assertThat(free).anyMatch(along -> along > -0.4).anyMatch(along -> along < -0.6);
            for (int t = 0; t < free.size(); t++) {
                assertThat(capped.get(t)).isCloseTo(Math.min(free.get(t), -0.5), within(1e-5));
            }
        }
    }

    private static List<Double> projections(
            RandomModel model, Hooks hooks, Tokens text, List<Integer> positions, Direction u) {
        return new ActivationReader(model.transformer(), hooks)
                .read(new Passage(text, Tokens.NONE), Set.of(Site.after(1)), positions).values().stream()
                        .flatMap(List::stream)
                        .map(h -> h.dot(u) / u.length())
                        .toList();
    }

    @ParameterizedTest
    @EnumSource
    void changesActAlikeWhileSamplingAndScoring(Shapes shape) {
        try (RandomModel model = new RandomModel(shape.architecture(), 3)) {
            List<Change> changes = List.of(
                    new Add(Site.before(0), Vectors.random(5, WIDTH, 0.3), Where.REPLY),
                    new Add(Site.feedForward(1), Vectors.random(6, WIDTH, 0.3), Where.EVERYWHERE),
                    new Cap(Site.after(1), Vectors.random(7, WIDTH, 1), 0.1, Where.REPLY));
            Hooks hooks = new Changes(changes, model.architecture());
            List<Tokens> prompts = List.of(Tokens.of(1), Tokens.of(4, 5, 6, 7, 8), Tokens.of(4, 5, 6, 7, 8));
            List<Sample> samples = new TorchGenerator(model.transformer(), new ByteTokenizer(), WORKERS, hooks)
                    .generate(prompts, Sampling.of(20, Tokens.NONE), 3);
            List<Passage> passages = new ArrayList<>();
            for (int i = 0; i < prompts.size(); i++) {
                passages.add(new Passage(prompts.get(i), samples.get(i).tokens()));
            }
            List<Score> changed = new TorchScorer(model.transformer(), WORKERS, hooks).score(passages);
            List<Score> plain = new TorchScorer(model.transformer(), WORKERS, Hooks.NONE).score(passages);
            for (int i = 0; i < prompts.size(); i++) {
                assertThat(logs(changed.get(i))).hasSize(20);
                for (int t = 0; t < 20; t++) {
                    assertThat(samples.get(i).logProbabilities().get(t))
                            .isCloseTo(logs(changed.get(i))[t], within(1e-5));
                }
                assertThat(total(plain.get(i))).isNotCloseTo(total(changed.get(i)), within(0.1));
            }
        }
    }

    private static double[] logs(Score score) {
        return ((Score.Scored) score).logProbabilities().toArray();
    }

    private static double total(Score score) {
        return ((Score.Scored) score).total();
    }

    @Test
    void refusesWhatTheModelDoesNotHave() {
        assertRefused(new Add(Site.before(3), Vectors.random(1, WIDTH, 1), Where.REPLY), "layers 0 to 2");
        assertRefused(new Add(Site.before(2), Direction.of(1, 2, 3), Where.REPLY), "direction of 3 entries");
    }

    private static void assertRefused(Change change, String why) {
        assertThatThrownBy(() -> new Changes(List.of(change), Shapes.PLAIN.architecture()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }
}
