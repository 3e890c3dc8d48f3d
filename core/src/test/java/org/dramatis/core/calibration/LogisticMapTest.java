package org.dramatis.core.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.dramatis.core.number.LogSpace;
import org.junit.jupiter.api.Test;

class LogisticMapTest {
    private static final List<Labelled> OVERLAPPING = List.of(
            new Labelled(-2, false),
            new Labelled(-1, false),
            new Labelled(-0.5, true),
            new Labelled(0.3, false),
            new Labelled(0.5, true),
            new Labelled(1, false),
            new Labelled(2.5, true),
            new Labelled(3, true));

    /** The optimum of the smoothed log-loss by scipy 1.17.1, Nelder-Mead after BFGS. */
    @Test
    void agreesWithAnotherOptimiser() {
        LogisticMap map = LogisticMap.fit(OVERLAPPING);
        assertThat(map.slope()).isCloseTo(0.5343805, within(1e-6));
        assertThat(map.intercept()).isCloseTo(-0.2457260, within(1e-6));
        assertThat(map.explain(2).value()).isEqualTo(2 * map.slope() + map.intercept());
        assertThat(map.probability(2)).isEqualTo(LogSpace.sigmoid(map.explain(2).value()));
    }

    /**
     * At the optimum the derivatives of the loss vanish: the mean probability is the mean target, weighted by 1 and
     * s.
     */
    @Test
    void solvesTheLikelihoodEquations() {
        SplittableRandom random = new SplittableRandom(1);
        List<Labelled> forecasts = new ArrayList<>();
        for (int n = 0; n < 500; n++) {
            double score = 100 + 3 * random.nextGaussian();
            forecasts.add(new Labelled(score, random.nextDouble() < LogSpace.sigmoid(score - 101)));
        }
        LogisticMap map = LogisticMap.fit(forecasts);
        double happened = Labelled.happened(forecasts);
        double residual = 0;
        double residualTimesScore = 0;
        for (Labelled forecast : forecasts) {
            double target = forecast.happened() ? (happened + 1) / (happened + 2) : 1 / (500 - happened + 2);
            residual += map.probability(forecast.score()) - target;
            residualTimesScore += (map.probability(forecast.score()) - target) * (forecast.score() - 100);
        }
        // Where the loss stops falling in double precision the derivatives are its square root, 1e-6 of 500 forecasts.
        assertThat(residual).isCloseTo(0, within(1e-4));
        assertThat(residualTimesScore).isCloseTo(0, within(1e-4));
        assertThat(map.slope()).isCloseTo(1, within(0.5));
    }

    @Test
    void isFiniteWhenAThresholdSeparates() {
        LogisticMap map = LogisticMap.fit(
                List.of(new Labelled(1, false), new Labelled(2, false), new Labelled(3, true), new Labelled(4, true)));
        assertThat(map.slope()).isBetween(0.1, 10.0);
        assertThat(map.probability(2.5)).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void ofTwoDistinctScoresItGivesTheSmoothedShares() {
        LogisticMap map = LogisticMap.fit(List.of(
                new Labelled(1e-9, false),
                new Labelled(1e-9, false),
                new Labelled(3e-9, true),
                new Labelled(3e-9, true)));
        assertThat(map.probability(1e-9)).isCloseTo(0.25, within(1e-6));
        assertThat(map.probability(3e-9)).isCloseTo(0.75, within(1e-6));
    }

    @Test
    void doesNotDependOnTheUnitOfTheScore() {
        LogisticMap map = LogisticMap.fit(OVERLAPPING);
        for (double unit : new double[] {1e-200, 1e-3, 1e200, 1e307}) {
            LogisticMap scaled = LogisticMap.fit(OVERLAPPING.stream()
                    .map(forecast -> new Labelled(forecast.score() * unit, forecast.happened()))
                    .toList());
            assertThat(scaled.probability(1.5 * unit)).isCloseTo(map.probability(1.5), within(1e-6));
        }
    }

    @Test
    void neverGivesNaN() {
        double[] scores = {0, -0.0, Double.MIN_VALUE, 1e-300, 1, 1 + Math.ulp(1), 1e12, 1e308, -1e308};
        for (double first : scores) {
            for (double second : scores) {
                LogisticMap map = LogisticMap.fit(
                        List.of(new Labelled(first, true), new Labelled(second, false), new Labelled(second, true)));
                for (double score : scores) {
                    assertThat(map.probability(score)).isBetween(0.0, 1.0);
                }
            }
        }
    }

    @Test
    void isFlatWhereNothingCanBeLearnt() {
        LogisticMap constant = LogisticMap.fit(List.of(new Labelled(0.1, true), new Labelled(0.1, false)));
        assertThat(constant).isEqualTo(new LogisticMap(0, 0));
        LogisticMap reversed = LogisticMap.fit(List.of(new Labelled(0, true), new Labelled(1, false)));
        assertThat(reversed.slope()).isZero();
        assertThat(reversed.probability(7)).isCloseTo(0.5, within(1e-12));
        LogisticMap allHappened = LogisticMap.fit(List.of(new Labelled(0, true), new Labelled(1, true)));
        assertThat(allHappened.probability(0)).isCloseTo(0.75, within(1e-9));
        assertThat(allHappened.probability(1)).isCloseTo(0.75, within(1e-9));
    }

    @Test
    void refusesWhatCannotBeFittedOrMapped() {
        assertThatThrownBy(() -> LogisticMap.fit(List.of())).hasMessage("there are no forecasts: pass at least one");
        assertThatThrownBy(() -> new LogisticMap(-1, 0)).hasMessageContaining("slope -1.0 and intercept 0.0");
        assertThatThrownBy(() -> new LogisticMap(0, 0).probability(Double.POSITIVE_INFINITY))
                .hasMessage("a score is Infinity: it must be finite");
        assertThatThrownBy(() -> new Labelled(Double.NaN, true)).hasMessage("a score is NaN: it must be finite");
    }
}
