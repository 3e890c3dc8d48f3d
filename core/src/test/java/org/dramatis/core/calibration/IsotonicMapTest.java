package org.dramatis.core.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.dramatis.core.calibration.IsotonicMap.Knot;
import org.dramatis.core.calibration.IsotonicMap.Observation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IsotonicMapTest {
    private static final List<Observation> WEIGHTED = List.of(
            new Observation(1, 0, 1),
            new Observation(2, 1, 2),
            new Observation(2, 0, 1),
            new Observation(3, 0.25, 3),
            new Observation(4, 0.8, 1),
            new Observation(5, 0.6, 2),
            new Observation(6, 1, 1));

    /** Values of scikit-learn 1.9.1, IsotonicRegression(out_of_bounds="clip"). */
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 0",
        "1.5, 0.22916666666666666",
        "2, 0.4583333333333333",
        "2.5, 0.4583333333333333",
        "3.5, 0.5625",
        "4.5, 0.6666666666666666",
        "5.5, 0.8333333333333333",
        "7, 1"
    })
    void agreesWithScikitLearn(double score, double probability) {
        assertThat(IsotonicMap.fitWeighted(WEIGHTED).probability(score)).isCloseTo(probability, within(1e-12));
    }

    /** {@code max over i <= n, min over j >= n, mean of i..j}: the minimax formula of isotonic regression. */
    @Test
    void agreesWithTheMinimaxFormula() {
        SplittableRandom random = new SplittableRandom(1);
        for (int trial = 0; trial < 200; trial++) {
            List<Observation> observations = new ArrayList<>();
            for (int score = 0; score < 12; score++) {
                observations.add(new Observation(score, random.nextInt(5) / 4.0, 1 + random.nextInt(3)));
            }
            IsotonicMap map = IsotonicMap.fitWeighted(observations);
            for (int n = 0; n < observations.size(); n++) {
                assertThat(map.probability(n)).isCloseTo(minimax(observations, n), within(1e-12));
            }
        }
    }

    private static double minimax(List<Observation> observations, int n) {
        double best = 0;
        for (int i = 0; i <= n; i++) {
            double worst = 1;
            for (int j = n; j < observations.size(); j++) {
                List<Observation> part = observations.subList(i, j + 1);
                double sum =
                        part.stream().mapToDouble(o -> o.target() * o.weight()).sum();
                worst = Math.min(
                        worst,
                        sum / part.stream().mapToDouble(Observation::weight).sum());
            }
            best = Math.max(best, worst);
        }
        return best;
    }

    @Test
    void equalScoresArePooledBeforeAnythingElse() {
        // Pooled one by one, the first 1 -> 0 would drag the 0 -> 0.4 down with it.
        IsotonicMap map = IsotonicMap.fitWeighted(
                List.of(new Observation(0, 0.4, 1), new Observation(1, 0, 1), new Observation(1, 1, 1)));
        assertThat(map.knots()).containsExactly(new Knot(0, 0.4), new Knot(1, 0.5));
    }

    @Test
    void theOrderOfTheForecastsDoesNotMatter() {
        SplittableRandom random = new SplittableRandom(2);
        List<Labelled> forecasts = new ArrayList<>();
        for (int n = 0; n < 300; n++) {
            double score = random.nextInt(40);
            forecasts.add(new Labelled(score, random.nextDouble() * 40 < score));
        }
        IsotonicMap map = IsotonicMap.fit(forecasts);
        Collections.shuffle(forecasts, new Random(3));
        assertThat(IsotonicMap.fit(forecasts)).isEqualTo(map);
    }

    @Test
    void aSingleForecastIsAConstant() {
        IsotonicMap map = IsotonicMap.fit(List.of(new Labelled(3, true)));
        assertThat(map.probability(-1e308)).isEqualTo(1);
        assertThat(map.probability(1e308)).isEqualTo(1);
    }

    @Test
    void interpolatesBetweenTheFarthestAndTheNearestScores() {
        IsotonicMap far = new IsotonicMap(List.of(new Knot(-Double.MAX_VALUE, 0), new Knot(Double.MAX_VALUE, 1)));
        assertThat(far.probability(0)).isEqualTo(0.5);
        IsotonicMap near = new IsotonicMap(List.of(new Knot(0, 0.25), new Knot(Double.MIN_VALUE, 1)));
        assertThat(near.probability(0)).isEqualTo(0.25);
        assertThat(near.probability(Double.MIN_VALUE)).isEqualTo(1);
    }

    @Test
    void refusesWhatIsNoMonotoneMap() {
        assertThatThrownBy(() -> IsotonicMap.fit(List.of())).hasMessageContaining("there are no forecasts");
        assertThatThrownBy(() -> new IsotonicMap(List.of())).hasMessageContaining("at least one knot");
        assertThatThrownBy(() -> new IsotonicMap(List.of(new Knot(0, 0.5), new Knot(1, 0.4))))
                .hasMessageContaining("cannot come before");
        assertThatThrownBy(() -> new Knot(0, 1.5)).hasMessage("a knot has probability 1.5: it must lie in [0, 1]");
        assertThatThrownBy(() -> new Observation(0, 0.5, 0)).hasMessageContaining("weight 0.0");
    }
}
