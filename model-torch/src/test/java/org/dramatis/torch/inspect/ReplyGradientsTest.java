package org.dramatis.torch.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import org.dramatis.core.cast.PersonaId;
import org.dramatis.core.screening.PersonaVectors;
import org.dramatis.model.inspect.Change;
import org.dramatis.model.inspect.Change.Add;
import org.dramatis.model.inspect.Change.Cap;
import org.dramatis.model.inspect.Change.Where;
import org.dramatis.model.inspect.Direction;
import org.dramatis.model.inspect.Site;
import org.dramatis.model.score.Passage;
import org.dramatis.model.score.Score.Scored;
import org.dramatis.model.text.Tokens;
import org.dramatis.torch.RandomModel;
import org.dramatis.torch.Shapes;
import org.dramatis.torch.Workers;
import org.dramatis.torch.network.Hooks;
import org.dramatis.torch.score.TorchScorer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReplyGradientsTest {
    private static final Workers WORKERS = new Workers(2);
    private static final Set<Site> SITES = new LinkedHashSet<>(List.of(
            Site.before(0), Site.attention(0), Site.after(0), Site.before(1), Site.feedForward(1), Site.after(2)));

    @AfterAll
    static void close() {
        WORKERS.close();
    }

    /** Single precision leaves 1e-5 of a log-probability, 4e-3 of a slope; the third order grows with the gradient. */
    @ParameterizedTest
    @EnumSource
    void isTheSlopeOfTheLogProbabilityAlongAnAddedVector(Shapes shape) {
        try (RandomModel model = new RandomModel(shape.architecture(), 6)) {
            List<Passage> passages = passages();
            for (Where where : Where.values()) {
                List<Map<Site, Direction>> gradients =
                        new ReplyGradients(model.transformer(), WORKERS, Hooks.NONE).of(passages, SITES, where);
                for (Site site : SITES) {
                    assertSlope(model, List.of(), passages, gradients, site, where);
                }
            }
        }
    }

    @Test
    void isTheSlopeOfAChangedModelToo() {
        try (RandomModel model = new RandomModel(Shapes.GROUPED.architecture(), 6)) {
            List<Change> changes = List.of(
                    new Add(Site.before(0), Vectors.random(1, Shapes.WIDTH, 0.5), Where.EVERYWHERE),
                    new Cap(Site.feedForward(1), Vectors.random(2, Shapes.WIDTH, 1), 0.1, Where.REPLY),
                    new Cap(Site.attention(2), Vectors.random(3, Shapes.WIDTH, 1), 0.2, Where.EVERYWHERE));
            List<Passage> passages = passages();
            List<Map<Site, Direction>> gradients = new ReplyGradients(
                            model.transformer(), WORKERS, new Changes(changes, model.architecture()))
                    .of(passages, SITES, Where.EVERYWHERE);
            for (Site site : SITES) {
                assertSlope(model, changes, passages, gradients, site, Where.EVERYWHERE);
            }
        }
    }

    private static void assertSlope(
            RandomModel model,
            List<Change> changes,
            List<Passage> passages,
            List<Map<Site, Direction>> gradients,
            Site site,
            Where where) {
        double step = 0.003;
        Direction v = Vectors.random(9, Shapes.WIDTH, 1 / Math.sqrt(Shapes.WIDTH));
        List<Double> up = totals(model, with(changes, new Add(site, v.times(step), where)), passages);
        List<Double> down = totals(model, with(changes, new Add(site, v.times(-step), where)), passages);
        for (int i = 0; i < passages.size(); i++) {
            Direction gradient = Objects.requireNonNull(gradients.get(i).get(site));
            double slope = (up.get(i) - down.get(i)) / (2 * step);
            assertThat(gradient.dot(v))
                    .as("%s %s, passage %d", site, where, i)
                    .isCloseTo(slope, within(4e-3 + 3e-4 * gradient.length()));
        }
    }

    private static List<Change> with(List<Change> changes, Change last) {
        List<Change> all = new ArrayList<>(changes);
        all.add(last);
        return all;
    }

    private static List<Double> totals(RandomModel model, List<Change> changes, List<Passage> passages) {
        return new TorchScorer(model.transformer(), WORKERS, new Changes(changes, model.architecture()))
                .score(passages).stream().map(score -> ((Scored) score).total()).toList();
    }

    @Test
    void aPassageHasTheSameGradientInAnyCompany() {
        try (RandomModel model = new RandomModel(Shapes.SLIDING.architecture(), 6)) {
            ReplyGradients gradients = new ReplyGradients(model.transformer(), WORKERS, Hooks.NONE);
            List<Passage> passages = passages();
            List<Map<Site, Direction>> together = gradients.of(passages, SITES, Where.EVERYWHERE);
            for (int i = 0; i < passages.size(); i++) {
                Map<Site, Direction> alone = gradients
                        .of(List.of(passages.get(i)), SITES, Where.EVERYWHERE)
                        .getFirst();
                for (Site site : SITES) {
                    Direction expected = Objects.requireNonNull(alone.get(site));
                    Direction found = Objects.requireNonNull(together.get(i).get(site));
                    for (int entry = 0; entry < Shapes.WIDTH; entry++) {
                        assertThat(found.at(entry)).isCloseTo(expected.at(entry), within(1e-4f));
                    }
                }
            }
        }
    }

    /** The error of a first order is of second order: a tenth of the vector leaves a hundredth of it. */
    @ParameterizedTest
    @EnumSource
    void firstOrderEvidenceMeetsTheExactAsVectorsShrink(Where where) {
        Site site = Site.before(1);
        PersonaId persona = new PersonaId("pirate");
        try (RandomModel model = new RandomModel(Shapes.PLAIN.architecture(), 6)) {
            List<Passage> passages = passages();
            List<Map<Site, Direction>> gradients =
                    new ReplyGradients(model.transformer(), WORKERS, Hooks.NONE).of(passages, Set.of(site), where);
            List<Double> plain = totals(model, List.of(), passages);
            double coarse = 0;
            double fine = 0;
            for (double size : List.of(1.0, 0.1)) {
                Direction v = Vectors.random(12, Shapes.WIDTH, size / Math.sqrt(Shapes.WIDTH));
                PersonaVectors vectors = PersonaVectors.of(List.of(persona), v.toArray());
                List<Double> exact = totals(model, List.of(new Add(site, v, where)), passages);
                double error = 0;
                for (int i = 0; i < passages.size(); i++) {
                    float[] gradient =
                            Objects.requireNonNull(gradients.get(i).get(site)).toArray();
                    double first = vectors.evidence(Vectors.doubles(gradient, 0, gradient.length))
                            .score(persona);
                    error += Math.abs(exact.get(i) - plain.get(i) - first);
                }
                coarse = size == 1 ? error : coarse;
                fine = size == 1 ? fine : error;
            }
            assertThat(coarse).isGreaterThan(0.05);
            assertThat(fine / coarse).isBetween(0.004, 0.025);
        }
    }

    @Test
    void asksForNothingWhenThereIsNothingToAsk() {
        try (RandomModel model = new RandomModel(Shapes.PLAIN.architecture(), 6)) {
            ReplyGradients gradients = new ReplyGradients(model.transformer(), WORKERS, Hooks.NONE);
            assertThat(gradients.of(passages().subList(0, 2), Set.of(), Where.REPLY))
                    .containsExactly(Map.of(), Map.of());
            assertThat(gradients.of(List.of(), SITES, Where.REPLY)).isEmpty();
        }
    }

    @Test
    void refusesWhatHasNoGradient() {
        Tokens one = Tokens.of(1);
        assertRefused(new Passage(one, Tokens.NONE), Site.after(0), "no tokens");
        assertRefused(new Passage(one, one), Site.after(3), "layer 3");
        assertRefused(new Passage(one, Tokens.of(Shapes.VOCABULARY)), Site.after(0), "id " + Shapes.VOCABULARY);
        assertRefused(
                new Passage(one, Tokens.of(new int[Shapes.CONTEXT + 1])), Site.after(0), "reads " + Shapes.CONTEXT);
    }

    private static void assertRefused(Passage passage, Site site, String why) {
        try (RandomModel model = new RandomModel(Shapes.PLAIN.architecture(), 6)) {
            ReplyGradients gradients = new ReplyGradients(model.transformer(), WORKERS, Hooks.NONE);
            assertThatThrownBy(() -> gradients.of(List.of(passage), Set.of(site), Where.EVERYWHERE))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(why);
        }
    }

    private static List<Passage> passages() {
        SplittableRandom random = new SplittableRandom(3);
        List<Passage> passages = new ArrayList<>();
        for (int[] lengths : List.of(new int[] {1, 1}, new int[] {3, 5}, new int[] {20, 2}, new int[] {9, 12})) {
            passages.add(new Passage(random(random, lengths[0]), random(random, lengths[1])));
        }
        return passages;
    }

    private static Tokens random(SplittableRandom random, int length) {
        return Tokens.of(random.ints(length, 0, Shapes.VOCABULARY).toArray());
    }
}
