package org.dramatis.core.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.dramatis.core.evidence.EvidenceMatrix;
import org.dramatis.core.evidence.RowCounts;
import org.dramatis.core.number.Term;
import org.dramatis.core.number.Weights;
import org.junit.jupiter.api.Test;

class InfluenceTest {
    private static final Weights PRIOR = Weights.of(0.6, 0.3, 0.1);
    private static final double[] PROBE = {0.3, -0.9};
    private static final int EXAMPLES = 30;

    private final RandomGenerator random = new SplittableRandom(4);
    private final EvidenceMatrix evidence = EvidenceRows.random(EXAMPLES, 3, 6, random);
    private final ContextFeatures contexts = ContextFeatures.of(IntStream.range(0, EXAMPLES)
            .mapToObj(n -> random.doubles(2, -1, 1).toArray())
            .toList());
    private final TrainingPlan plan = TrainingPlan.inOrder(EXAMPLES, 8, 25).with(new LearningRate.WarmupLinear(3));

    @Test
    void pushesSumToTheChangeOfTheLogit() {
        TrainingSignal signal = WeightedReplies.supervised(evidence);
        Weights end = Selection.run(PRIOR, signal, plan, 2).end();
        double[] pushes = Influence.contextFree(PRIOR, signal, plan, 2).pushes(1);
        double[] others = Influence.contextFree(PRIOR, signal, plan, 2).pushes(0);
        double change = end.log(1) - end.log(0) - (PRIOR.log(1) - PRIOR.log(0));
        assertThat(Arrays.stream(pushes).sum() - Arrays.stream(others).sum()).isCloseTo(change, within(1e-12));
    }

    @Test
    void sensitivityIsTheDerivativeByTheWeightOfARow() {
        double[] ones = new double[EXAMPLES];
        Arrays.fill(ones, 1);
        double[] sensitivities = new Influence(
                        PRIOR, WeightedReplies.weighted(evidence, RowCounts.of(ones)), contexts, plan, 2)
                .sensitivities(2, PROBE);
        for (int row = 0; row < EXAMPLES; row++) {
            double slope = (logOdds(ones, row, 1 + 1e-4) - logOdds(ones, row, 1 - 1e-4)) / 2e-4;
            assertThat(sensitivities[row]).isCloseTo(slope, within(1e-7));
        }
    }

    private double logOdds(double[] ones, int row, double weight) {
        double[] weights = ones.clone();
        weights[row] = weight;
        TrainingSignal signal = WeightedReplies.weighted(evidence, RowCounts.of(weights));
        return FieldSelection.run(PRIOR, signal, contexts, plan, 2)
                .end()
                .at(PROBE)
                .logOdds(2);
    }

    @Test
    void sensitivityIsCloserToLeavingOutThanThePush() {
        TrainingSignal signal =
                new PreferencePairs(evidence, EvidenceRows.random(EXAMPLES, 3, 6, new SplittableRandom(6)), 0.8, PRIOR);
        Influence influence = new Influence(PRIOR, signal, contexts, plan, 3);
        double[] pushes = influence.pushes(2, PROBE);
        double[] sensitivities = influence.sensitivities(2, PROBE);
        double pushError = 0;
        double sensitivityError = 0;
        double size = 0;
        for (int row = 0; row < EXAMPLES; row++) {
            double exact = influence.leaveOneOut(row, 2, PROBE);
            pushError += Math.pow(pushes[row] - exact, 2);
            sensitivityError += Math.pow(sensitivities[row] - exact, 2);
            size += exact * exact;
        }
        // Leaving out one of 30 is not infinitesimal: a second-order rest of some percent is to be expected.
        assertThat(Math.sqrt(sensitivityError / size)).isLessThan(0.1);
        assertThat(Math.sqrt(pushError / size)).isGreaterThan(0.3);
    }

    @Test
    void leavingOutARowThatIsNeverReadChangesNothing() {
        TrainingSignal signal = WeightedReplies.supervised(evidence);
        Influence influence = new Influence(PRIOR, signal, contexts, TrainingPlan.inOrder(EXAMPLES, 8, 2), 2);
        assertThat(influence.leaveOneOut(29, 2, PROBE)).isZero();
        assertThat(influence.leaveOneOut(3, 2, PROBE)).isNotZero();
        assertThat(influence.sensitivities(2, PROBE)[29]).isZero();
    }

    @Test
    void refusesAdaptiveSteps() {
        TrainingSignal signal = WeightedReplies.supervised(evidence);
        TrainingPlan adaptive = plan.with(Optimiser.Adam.STANDARD);
        assertThatThrownBy(() -> new Influence(PRIOR, signal, contexts, adaptive, 1))
                .hasMessageContaining("influence is defined for plain steps");
        assertThatThrownBy(() -> new Influence(PRIOR, signal, contexts, plan, 1).pushes(0, 1, 2, 3))
                .hasMessageContaining("has 3 features");
    }

    @Test
    void explainsTheWeightAfterTrainingByPushes() {
        TrainingSignal signal = WeightedReplies.supervised(evidence);
        Term explanation = new Influence(PRIOR, signal, contexts, plan, 2).explain(2, 3, PROBE);
        Weights end = FieldSelection.run(PRIOR, signal, contexts, plan, 2).end().at(PROBE);
        assertThat(explanation.value()).isCloseTo(end.log(2), within(1e-12));
        Term pushes = explanation.parts().getFirst().parts().getLast();
        assertThat(pushes.parts()).hasSize(4); // three examples, and the others
    }

    @Test
    void refusesWhatNothingCanMove() {
        TrainingSignal signal = WeightedReplies.supervised(evidence);
        Influence absent = new Influence(Weights.of(0.5, 0.5, 0), signal, contexts, plan, 1);
        assertThatThrownBy(() -> absent.sensitivities(2, PROBE)).hasMessageContaining("has prior weight 0.0");
        Influence influence = new Influence(PRIOR, signal, contexts, plan, 1);
        assertThatThrownBy(() -> influence.leaveOneOut(99, 0, PROBE))
                .hasMessage("example 99 of 30: they are counted from 0");
        assertThatThrownBy(() -> influence.pushes(9, PROBE)).hasMessageContaining("persona 9 of a cast of 3");
        assertThatThrownBy(() -> new Influence(Weights.uniform(2), signal, contexts, plan, 1))
                .hasMessageContaining("a prior of 2 personas for a signal over 3");
    }
}
