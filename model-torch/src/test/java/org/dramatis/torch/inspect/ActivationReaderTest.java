package org.dramatis.torch.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.dramatis.model.inspect.Change.Add;
import org.dramatis.model.inspect.Change.Where;
import org.dramatis.model.inspect.Direction;
import org.dramatis.model.inspect.Site;
import org.dramatis.model.score.Passage;
import org.dramatis.model.text.Tokens;
import org.dramatis.torch.RandomModel;
import org.dramatis.torch.Shapes;
import org.dramatis.torch.network.Hooks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ActivationReaderTest {
    private static final Passage TEXT = new Passage(Tokens.of(3, 1, 4, 1, 5), Tokens.of(9, 2, 6));
    private static final List<Integer> ALL = IntStream.range(0, 8).boxed().toList();

    @ParameterizedTest
    @EnumSource
    void whatAttentionAndFeedForwardAddIsWhatALayerAdds(Shapes shape) {
        try (RandomModel model = new RandomModel(shape.architecture(), 4)) {
            Map<Site, List<Direction>> read = new ActivationReader(model.transformer(), Hooks.NONE)
                    .read(
                            TEXT,
                            Set.of(
                                    Site.before(1),
                                    Site.attention(1),
                                    Site.feedForward(1),
                                    Site.after(1),
                                    Site.before(2)),
                            ALL);
            for (int t : ALL) {
                for (int i = 0; i < Shapes.WIDTH; i++) {
                    float sum = at(read, Site.before(1), t, i)
                            + at(read, Site.attention(1), t, i)
                            + at(read, Site.feedForward(1), t, i);
                    assertThat(at(read, Site.after(1), t, i)).isCloseTo(sum, within(1e-5f));
                    assertThat(at(read, Site.before(2), t, i)).isEqualTo(at(read, Site.after(1), t, i));
                }
            }
        }
    }

    @Test
    void whatIsAddedStaysInTheStreamUntilSomethingIsCalculatedFromIt() {
        Direction v = Vectors.random(3, Shapes.WIDTH, 1);
        try (RandomModel model = new RandomModel(Shapes.PLAIN.architecture(), 4)) {
            Set<Site> sites = Set.of(Site.before(1), Site.after(0), Site.after(1));
            Map<Site, List<Direction>> plain =
                    new ActivationReader(model.transformer(), Hooks.NONE).read(TEXT, sites, ALL);
            Hooks hooks = new Changes(List.of(new Add(Site.feedForward(0), v, Where.REPLY)), model.architecture());
            Map<Site, List<Direction>> changed =
                    new ActivationReader(model.transformer(), hooks).read(TEXT, sites, ALL);
            for (int t : ALL) {
                for (int i = 0; i < Shapes.WIDTH; i++) {
                    float shift = t < 5 ? 0 : v.at(i);
                    assertThat(at(changed, Site.after(0), t, i) - at(plain, Site.after(0), t, i))
                            .isCloseTo(shift, within(1e-5f));
                }
                boolean same = of(changed, Site.after(1))
                        .get(t)
                        .equals(of(plain, Site.after(1)).get(t));
                assertThat(same).isEqualTo(t < 5);
            }
        }
    }

    @Test
    void readsPositionsInTheOrderAskedFor() {
        try (RandomModel model = new RandomModel(Shapes.CAPPED.architecture(), 4)) {
            ActivationReader reader = new ActivationReader(model.transformer(), Hooks.NONE);
            List<Direction> all = of(reader.read(TEXT, Set.of(Site.after(2)), ALL), Site.after(2));
            assertThat(reader.read(TEXT, Set.of(Site.after(2)), List.of(6, 0, 6)))
                    .containsEntry(Site.after(2), List.of(all.get(6), all.get(0), all.get(6)));
            assertThat(reader.read(TEXT, Set.of(Site.after(2)), List.of())).containsEntry(Site.after(2), List.of());
        }
    }

    @Test
    void refusesWhatIsNotThere() {
        assertRefused(TEXT, Site.after(3), 0, "layer 3");
        assertRefused(TEXT, Site.after(2), 8, "position 8");
        assertRefused(TEXT, Site.after(2), -1, "position -1");
        assertRefused(
                new Passage(Tokens.of(Shapes.VOCABULARY), Tokens.NONE), Site.after(2), 0, "id " + Shapes.VOCABULARY);
        assertRefused(
                new Passage(Tokens.of(new int[Shapes.CONTEXT]), Tokens.of(1)),
                Site.after(2),
                0,
                "reads " + Shapes.CONTEXT);
    }

    private static void assertRefused(Passage text, Site site, int position, String why) {
        try (RandomModel model = new RandomModel(Shapes.PLAIN.architecture(), 4)) {
            ActivationReader reader = new ActivationReader(model.transformer(), Hooks.NONE);
            assertThatThrownBy(() -> reader.read(text, Set.of(site), List.of(position)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(why);
        }
    }

    private static float at(Map<Site, List<Direction>> read, Site site, int position, int entry) {
        return of(read, site).get(position).at(entry);
    }

    private static List<Direction> of(Map<Site, List<Direction>> read, Site site) {
        return Objects.requireNonNull(read.get(site));
    }
}
