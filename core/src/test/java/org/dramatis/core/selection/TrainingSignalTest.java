package org.dramatis.core.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.dramatis.core.evidence.EvidenceMatrix;
import org.dramatis.core.evidence.RowCounts;
import org.dramatis.core.number.LogVector;
import org.dramatis.core.number.Weights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Push and curvature are derivatives: central differences of the objective must give the same. */
class TrainingSignalTest {
    private static final double STEP = 1e-5;
    private static final double[] LOGITS = {-0.3, -2.5, 0.4, -1.1};
    private static final double[] DIRECTION = {0.7, -0.2, 0.1, 1.3};

    static Stream<TrainingSignal> signals() {
        SplittableRandom random = new SplittableRandom(9);
        EvidenceMatrix evidence = EvidenceRows.random(6, 4, 5, random);
        EvidenceMatrix other = EvidenceRows.random(6, 4, 5, random);
        return Stream.of(
                WeightedReplies.supervised(evidence),
                WeightedReplies.weighted(evidence, RowCounts.of(1, 2, 0, 0.5, 1, 3)),
                WeightedReplies.reinforced(evidence, RowCounts.of(1, -2, 0, 0.5, -1, 3)),
                new PreferencePairs(evidence, other, 0.7, Weights.of(0.1, 0.2, 0.3, 0.4)));
    }

    @ParameterizedTest
    @MethodSource("signals")
    void pushIsTheSlopeOfTheObjective(TrainingSignal signal) {
        for (int example = 0; example < signal.examples(); example++) {
            double[] push = new double[4];
            signal.addPush(example, LOGITS, 1, push);
            for (int k = 0; k < 4; k++) {
                double[] unit = new double[4];
                unit[k] = 1;
                double slope =
                        (signal.objective(example, moved(unit, STEP)) - signal.objective(example, moved(unit, -STEP)))
                                / (2 * STEP);
                assertThat(push[k]).isCloseTo(slope, within(1e-8));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("signals")
    void curvatureIsTheSlopeOfThePush(TrainingSignal signal) {
        for (int example = 0; example < signal.examples(); example++) {
            double[] curvature = new double[4];
            signal.addCurvature(example, LOGITS, DIRECTION, 1, curvature);
            double[] difference = new double[4];
            signal.addPush(example, moved(DIRECTION, STEP), 1 / (2 * STEP), difference);
            signal.addPush(example, moved(DIRECTION, -STEP), -1 / (2 * STEP), difference);
            assertThat(curvature).containsExactly(difference, within(1e-8));
        }
    }

    @ParameterizedTest
    @MethodSource("signals")
    void pushIsBoundedAndSumsToZero(TrainingSignal signal) {
        for (int example = 0; example < signal.examples(); example++) {
            double[] push = new double[4];
            signal.addPush(example, LOGITS, 1, push);
            assertThat(push[0] + push[1] + push[2] + push[3]).isCloseTo(0, within(1e-14));
            for (double p : push) {
                assertThat(Math.abs(p)).isLessThanOrEqualTo(3); // the largest weight
            }
        }
    }

    @Test
    void refusesWeightsWithoutMeaning() {
        EvidenceMatrix evidence = EvidenceMatrix.of(List.of(LogVector.of(-1, -2)));
        assertThatThrownBy(() -> WeightedReplies.weighted(evidence, RowCounts.of(-1)))
                .hasMessageContaining("row 0 has weight -1.0: a negative weight has no meaning here");
        assertThatThrownBy(() -> WeightedReplies.reinforced(evidence, RowCounts.of(1, 2)))
                .hasMessage("2 row weights for 1 rows");
        assertThatThrownBy(() -> new PreferencePairs(evidence, evidence, 0, Weights.uniform(2)))
                .hasMessage("beta is 0.0: it must be positive and finite");
        assertThatThrownBy(() -> new PreferencePairs(evidence, evidence, 1, Weights.uniform(3)))
                .hasMessage("3 reference weights for evidence of 2 personas");
    }

    private static double[] moved(double[] direction, double by) {
        double[] moved = LOGITS.clone();
        for (int k = 0; k < moved.length; k++) {
            moved[k] += by * direction[k];
        }
        return moved;
    }
}
