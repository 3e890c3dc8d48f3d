package org.dramatis.core.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SignedRankTest {
    /** All 2^n ways of giving the differences signs, counted. */
    private static double enumerated(List<Double> differences) {
        List<Double> sizes = differences.stream()
                .filter(difference -> difference != 0)
                .map(Math::abs)
                .toList();
        double seen =
                sum(differences.stream().filter(d -> d != 0).map(d -> d > 0).toList(), sizes);
        int ways = 1 << sizes.size();
        int asLarge = 0;
        for (int way = 0; way < ways; way++) {
            List<Boolean> signs = new ArrayList<>();
            for (int i = 0; i < sizes.size(); i++) {
                signs.add((way >> i & 1) == 1);
            }
            asLarge += sum(signs, sizes) >= seen ? 1 : 0;
        }
        return (double) asLarge / ways;
    }

    private static double sum(List<Boolean> above, List<Double> sizes) {
        double sum = 0;
        for (int i = 0; i < sizes.size(); i++) {
            double size = sizes.get(i);
            double rank = sizes.stream().filter(other -> other < size).count()
                    + (sizes.stream().filter(other -> other == size).count() + 1) / 2.0;
            sum += above.get(i) ? rank : 0;
        }
        return sum;
    }

    @Test
    void itIsTheShareOfAllWaysOfGivingSigns() {
        SplittableRandom random = new SplittableRandom(7);
        for (int n = 1; n <= 12; n++) {
            List<Double> differences = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                differences.add(Math.rint(random.nextDouble(-4, 6)));
            }
            assertThat(SignedRank.pValue(differences)).isCloseTo(enumerated(differences), within(1e-12));
        }
    }

    @Test
    void allAboveZeroIsOneOfTwoToTheNth() {
        assertThat(SignedRank.pValue(List.of(.3, .1, .2, .9, .5))).isEqualTo(1 / 32.0);
        assertThat(SignedRank.pValue(List.of(-.3, -.1))).isEqualTo(1);
    }

    @Test
    void whereNothingDiffersNothingIsAbove() {
        assertThat(SignedRank.pValue(List.of(0.0, 0.0))).isEqualTo(1);
        assertThat(SignedRank.pValue(List.of())).isEqualTo(1);
    }

    @Test
    void whatIsNotANumberIsRefused() {
        assertThatThrownBy(() -> SignedRank.pValue(List.of(1.0, Double.NaN)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("NaN");
    }
}
