package org.dramatis.stage.grammar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.dramatis.stage.Derivations;
import org.dramatis.stage.Derivations.Derivation;
import org.junit.jupiter.api.Test;

class ChoicesTest {
    private static final Map<String, Double> WEIGHTS = Map.of("a", 1.0, "b", 0.0, "c", 5.0, "d", 4.0, "e", 0.0);
    private static final List<String> LETTERS = List.of("a", "b", "c", "d", "e");

    @Test
    void natsAreTheLogarithmOfHowUnlikelyTheChoicesWere() {
        Template template = Template.of("[a|b|c[d|e]] [f|g[h|i|j[k|l]]]");
        List<Derivation<String>> all = Derivations.of(1, choices -> template.write(Template.Slots.NONE, choices));

        assertThat(all).hasSize(4 * 5);
        assertThat(all)
                .allSatisfy(one -> assertThat(one.nats()).isCloseTo(-Math.log(one.probability()), within(1e-14)));
    }

    @Test
    void oneOfSeveralIsAsLikelyAsItsWeight() {
        List<Derivation<String>> all =
                Derivations.of(10, choices -> choices.one(LETTERS, letter -> WEIGHTS.getOrDefault(letter, 0.0)));

        Map<String, Double> probabilities = Derivations.probabilities(all);
        assertThat(probabilities).containsOnlyKeys("a", "c", "d");
        probabilities.forEach(
                (letter, p) -> assertThat(p).isCloseTo(WEIGHTS.getOrDefault(letter, 0.0) / 10, within(1e-15)));
        assertThat(all)
                .allSatisfy(one -> assertThat(one.nats())
                        .isCloseTo(-Math.log(WEIGHTS.getOrDefault(one.made(), 0.0) / 10), within(1e-15)));
    }

    @Test
    void roundingAtTheUpperEndChoosesTheLastThatHasAWeight() {
        List<Double> weights = List.of(0.1, 0.2, 0.3, 0.4, 0.0);
        Choices choices = new Choices(new Edge());

        assertThat(choices.one(weights, weight -> weight)).isEqualTo(0.4);
    }

    @Test
    void whereNothingHasAWeightNothingIsChosen() {
        Choices choices = new Choices(new SplittableRandom(1));

        assertThatThrownBy(() -> choices.one(LETTERS, _ -> 0))
                .hasMessage("none of 5 alternatives has a weight above 0");
        assertThatThrownBy(() -> choices.one(List.of())).hasMessageStartingWith("there is nothing to choose from");
    }

    @Test
    void aSingleAlternativeTellsNothing() {
        Choices choices = new Choices(new SplittableRandom(1));

        assertThat(choices.one(List.of("a"))).isEqualTo("a");
        assertThat(choices.one(List.of("a"), _ -> 3)).isEqualTo("a");
        assertThat(choices.chance(1)).isTrue();
        assertThat(choices.nats()).isZero();
    }

    @Test
    void everyOrderIsAsLikelyAsTheOthers() {
        List<Derivation<List<String>>> all =
                Derivations.of(1, choices -> choices.shuffled(List.of("a", "b", "c", "d")));

        assertThat(all).hasSize(24).doesNotHaveDuplicates();
        assertThat(Derivations.probabilities(all)).hasSize(24);
        assertThat(all).allSatisfy(one -> {
            assertThat(Set.copyOf(one.made())).hasSize(4);
            assertThat(one.nats()).isCloseTo(Math.log(24), within(1e-14));
        });
    }

    @Test
    void aChanceHappensAsOftenAsItSays() {
        List<Derivation<Boolean>> all = Derivations.of(10, choices -> choices.chance(0.3));

        assertThat(Derivations.probabilities(all).getOrDefault(true, 0.0)).isCloseTo(0.3, within(1e-15));
        assertThat(all)
                .allSatisfy(one -> assertThat(one.nats()).isCloseTo(-Math.log(one.made() ? 0.3 : 0.7), within(1e-15)));
    }

    /** Always the largest number below 1. */
    private static final class Edge implements RandomGenerator {
        @Override
        public long nextLong() {
            return -1;
        }

        @Override
        public double nextDouble() {
            return Math.nextDown(1.0);
        }
    }
}
