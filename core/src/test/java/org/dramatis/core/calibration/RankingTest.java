package org.dramatis.core.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RankingTest {
    private static final List<Labelled> TIED = List.of(
            new Labelled(0.1, false),
            new Labelled(0.2, false),
            new Labelled(0.2, true),
            new Labelled(0.35, false),
            new Labelled(0.4, true),
            new Labelled(0.4, false),
            new Labelled(0.4, true),
            new Labelled(0.6, true),
            new Labelled(0.8, false),
            new Labelled(0.9, true));

    /** scikit-learn 1.9.1, roc_auc_score and average_precision_score. */
    @Test
    void agreesWithScikitLearn() {
        Ranking ranking = new Ranking(TIED);
        assertThat(ranking.auroc().orElseThrow()).isCloseTo(0.7, within(1e-15));
        assertThat(ranking.averagePrecision().orElseThrow()).isCloseTo(0.711111111111111, within(1e-15));
    }

    /** scikit-learn 1.9.1, roc_curve. */
    @ParameterizedTest
    @CsvSource({"0, 0.2", "0.19, 0.2", "0.2, 0.4", "0.39, 0.4", "0.4, 0.8", "0.8, 1", "1, 1"})
    void recallsAtAFalsePositiveRate(double most, double recall) {
        assertThat(new Ranking(TIED).recallAtFalsePositiveRate(most).orElseThrow())
                .isEqualTo(recall);
    }

    @Test
    void theAreaIsTheShareOfPairsInOrder() {
        SplittableRandom random = new SplittableRandom(1);
        for (int trial = 0; trial < 100; trial++) {
            List<Labelled> forecasts = random(random, 40);
            double pairs = 0;
            double ordered = 0;
            for (Labelled a : forecasts) {
                for (Labelled b : forecasts) {
                    if (a.happened() && !b.happened()) {
                        pairs++;
                        ordered += a.score() > b.score() ? 1 : a.score() == b.score() ? 0.5 : 0;
                    }
                }
            }
            assertThat(new Ranking(forecasts).auroc().orElseThrow()).isCloseTo(ordered / pairs, within(1e-14));
        }
    }

    @Test
    void theOrderOfTiesDoesNotMatter() {
        List<Labelled> forecasts = random(new SplittableRandom(2), 200);
        Ranking ranking = new Ranking(forecasts);
        Collections.shuffle(forecasts, new Random(3));
        Ranking shuffled = new Ranking(forecasts);
        assertThat(shuffled.averagePrecision()).isEqualTo(ranking.averagePrecision());
        assertThat(shuffled.recallAtFalsePositiveRate(0.1)).isEqualTo(ranking.recallAtFalsePositiveRate(0.1));
    }

    @Test
    void aConstantScoreKnowsNothing() {
        Ranking ranking = new Ranking(List.of(new Labelled(3, true), new Labelled(3, false), new Labelled(3, false)));
        assertThat(ranking.auroc().orElseThrow()).isEqualTo(0.5);
        assertThat(ranking.averagePrecision().orElseThrow()).isCloseTo(1.0 / 3, within(1e-15));
        assertThat(ranking.recallAtFalsePositiveRate(0.99).orElseThrow()).isZero();
    }

    @Test
    void oneClassCannotBeRanked() {
        Ranking happened = new Ranking(List.of(new Labelled(3, true)));
        assertThatThrownBy(() -> happened.auroc().orElseThrow())
                .hasMessage("1 forecasts came true and 0 did not: a ranking needs at least one of each");
        assertThat(happened.averagePrecision().orElseThrow()).isEqualTo(1);
        Ranking not = new Ranking(List.of(new Labelled(3, false)));
        assertThatThrownBy(() -> not.averagePrecision().orElseThrow())
                .hasMessage("none of 1 forecasts came true: precision has nothing to find");
        assertThatThrownBy(() -> not.recallAtFalsePositiveRate(0.1).orElseThrow())
                .hasMessageContaining("0 forecasts came true");
        assertThatThrownBy(() -> not.recallAtFalsePositiveRate(5)).hasMessageContaining("a false-positive rate is 5.0");
        assertThatThrownBy(() -> new Ranking(List.of())).hasMessageContaining("there are no forecasts");
    }

    /** Scores of 12 sizes, so many ties; the first two forecasts make sure of both classes. */
    private static List<Labelled> random(SplittableRandom random, int size) {
        List<Labelled> forecasts = new ArrayList<>(List.of(new Labelled(5, true), new Labelled(6, false)));
        for (int n = 2; n < size; n++) {
            forecasts.add(new Labelled(random.nextInt(12), random.nextBoolean()));
        }
        return forecasts;
    }
}
