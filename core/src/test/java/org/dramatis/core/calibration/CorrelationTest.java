package org.dramatis.core.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CorrelationTest {
    private static final List<Pair> TIED = List.of(
            new Pair(1, 2),
            new Pair(2, 1),
            new Pair(2, 4),
            new Pair(3, 4),
            new Pair(5, 3),
            new Pair(5, 6),
            new Pair(7, 6),
            new Pair(9, 8));

    /** scipy 1.17.1: pearsonr, spearmanr, kendalltau. */
    @Test
    void agreesWithScipy() {
        assertThat(Correlation.pearson(TIED).orElseThrow()).isCloseTo(0.8595441811663592, within(1e-14));
        assertThat(Correlation.spearman(TIED).orElseThrow()).isCloseTo(0.8170731707317075, within(1e-14));
        assertThat(Correlation.kendall(TIED).orElseThrow()).isCloseTo(0.6923076923076924, within(1e-14));
    }

    @Test
    void kendallCountsThePairsOfPairs() {
        SplittableRandom random = new SplittableRandom(1);
        for (int trial = 0; trial < 100; trial++) {
            List<Pair> pairs = new ArrayList<>(List.of(new Pair(-0.0, 0), new Pair(0.0, 1)));
            for (int n = 0; n < 5 + trial; n++) {
                pairs.add(new Pair(random.nextInt(9), random.nextInt(5)));
            }
            assertThat(Correlation.kendall(pairs).orElseThrow()).isCloseTo(slowKendall(pairs), within(1e-13));
        }
    }

    private static double slowKendall(List<Pair> pairs) {
        double signs = 0;
        double differentForecast = 0;
        double differentObserved = 0;
        for (Pair a : pairs) {
            for (Pair b : pairs) {
                double forecast = Math.signum(a.forecast() - b.forecast());
                double observed = Math.signum(a.observed() - b.observed());
                signs += forecast * observed;
                differentForecast += forecast * forecast;
                differentObserved += observed * observed;
            }
        }
        return signs / Math.sqrt(differentForecast * differentObserved);
    }

    @Test
    void ranksSurviveAnyRisingTransformation() {
        List<Pair> bent = TIED.stream()
                .map(pair -> new Pair(Math.exp(pair.forecast()), Math.pow(pair.observed(), 3)))
                .toList();
        assertThat(Correlation.spearman(bent)).isEqualTo(Correlation.spearman(TIED));
        assertThat(Correlation.kendall(bent)).isEqualTo(Correlation.kendall(TIED));
    }

    @Test
    void pearsonSurvivesUnitsOfAnySize() {
        for (double unit : new double[] {1e-300, 1e-10, -1e300}) {
            List<Pair> scaled = TIED.stream()
                    .map(pair -> new Pair(unit * pair.forecast(), 1e6 + pair.observed()))
                    .toList();
            assertThat(Correlation.pearson(scaled).orElseThrow())
                    .isCloseTo(Math.signum(unit) * 0.8595441811663592, within(1e-9));
        }
    }

    @Test
    void aLineCorrelatesExactly() {
        List<Pair> line = List.of(new Pair(0.1, -0.3), new Pair(0.2, -0.6), new Pair(0.4, -1.2));
        assertThat(Correlation.pearson(line).orElseThrow()).isCloseTo(-1, within(1e-15));
        assertThat(Correlation.spearman(line).orElseThrow()).isCloseTo(-1, within(1e-15));
        assertThat(Correlation.kendall(line).orElseThrow()).isEqualTo(-1);
    }

    @Test
    void whatDoesNotVaryCorrelatesWithNothing() {
        String reason = "of 3 pairs the forecasts or the observations are all alike: nothing can rise together";
        List<Pair> constant = List.of(new Pair(0.1, 1), new Pair(0.1, 2), new Pair(0.1, 3));
        assertThatThrownBy(() -> Correlation.pearson(constant).orElseThrow()).hasMessage(reason);
        assertThatThrownBy(() -> Correlation.spearman(constant).orElseThrow()).hasMessage(reason);
        assertThatThrownBy(() -> Correlation.kendall(constant).orElseThrow()).hasMessage(reason);
        for (List<Pair> few : List.of(List.<Pair>of(), List.of(new Pair(1, 2)))) {
            assertThatThrownBy(() -> Correlation.pearson(few).orElseThrow()).hasMessageContaining("all alike");
            assertThatThrownBy(() -> Correlation.kendall(few).orElseThrow()).hasMessageContaining("all alike");
        }
        assertThatThrownBy(() -> new Pair(1, Double.NaN))
                .hasMessage("forecast 1.0 and observed NaN must both be finite");
    }

    @Test
    void theRootMeanSquareErrorIsInTheUnitOfTheForecast() {
        assertThat(RootMeanSquareError.of(List.of(new Pair(1, 4), new Pair(2, 2), new Pair(3, 3), new Pair(0, 1))))
                .isCloseTo(Math.sqrt(10.0 / 4), within(1e-15));
        assertThatThrownBy(() -> RootMeanSquareError.of(List.of())).hasMessage("there are no pairs: pass at least one");
    }

    @Test
    void theRootMeanSquareErrorOfLargeErrorsIsLarge() {
        assertThat(RootMeanSquareError.of(List.of(new Pair(1e200, 0), new Pair(0, 1e200))))
                .isCloseTo(1e200, within(1e187));
        assertThat(RootMeanSquareError.of(List.of(new Pair(1e-200, 0)))).isEqualTo(1e-200);
    }
}
