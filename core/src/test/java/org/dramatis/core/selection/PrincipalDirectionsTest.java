package org.dramatis.core.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PrincipalDirectionsTest {
    private static final double THIRD = 1 / Math.sqrt(3);
    private static final double HALF = 1 / Math.sqrt(2);
    private static final double[] FIRST = {THIRD, THIRD, THIRD};
    private static final double[] SECOND = {HALF, -HALF, 0};

    /** Scatter of known size along two known directions. */
    private static List<double[]> cloud() {
        SplittableRandom random = new SplittableRandom(7);
        return Stream.generate(() -> {
                    double one = 5 * random.nextGaussian();
                    double two = random.nextGaussian();
                    return new double[] {
                        one * FIRST[0] + two * SECOND[0], one * FIRST[1] + two * SECOND[1], one * FIRST[2]
                    };
                })
                .limit(4_000)
                .toList();
    }

    @Test
    void findsTheDirectionsOfLargestScatterInOrder() {
        List<double[]> found = PrincipalDirections.of(cloud(), 2);

        // 4,000 draws leave an angle of about 1 / (5 sqrt 4,000) = .003 between the sample's direction and the true
        // one.
        assertThat(Math.abs(PrincipalDirections.dot(found.getFirst(), FIRST))).isCloseTo(1, within(1e-4));
        assertThat(Math.abs(PrincipalDirections.dot(found.getLast(), SECOND))).isCloseTo(1, within(1e-4));
    }

    @Test
    void directionsAreOrthonormalAndNoMoreThanThereAre() {
        List<double[]> found = PrincipalDirections.of(cloud(), 8);

        assertThat(found).hasSize(2);
        assertThat(PrincipalDirections.dot(found.getFirst(), found.getLast())).isCloseTo(0, within(1e-9));
        assertThat(PrincipalDirections.dot(found.getFirst(), found.getFirst())).isCloseTo(1, within(1e-12));
        assertThat(PrincipalDirections.of(List.of(new double[3], new double[3]), 2))
                .isEmpty();
    }
}
