package org.dramatis.core.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.dramatis.core.evidence.EvidenceMatrix;
import org.dramatis.core.evidence.RowCounts;
import org.dramatis.core.number.LogVector;
import org.dramatis.core.number.Weights;
import org.junit.jupiter.api.Test;

class FieldSelectionTest {
    private static final Weights PRIOR = Weights.of(0.6, 0.3, 0.1);

    @Test
    void contextsThatAreAlikeGiveContextFreeSelection() {
        EvidenceMatrix evidence = EvidenceRows.random(60, 3, 6, new SplittableRandom(5));
        TrainingSignal signal = WeightedReplies.supervised(evidence);
        for (Optimiser optimiser : List.of(new Optimiser.Plain(), Optimiser.Adam.STANDARD)) {
            TrainingPlan plan = TrainingPlan.inOrder(60, 16, 20).with(optimiser);
            Weights free = Selection.run(PRIOR, signal, plan, 0.3).end();
            Weights field = FieldSelection.run(PRIOR, signal, ContextFeatures.alike(60), plan, 0.3)
                    .end()
                    .at(1);
            assertThat(field.toArray()).containsExactly(free.toArray(), within(1e-10));
        }
    }

    /** The same again with its own loops: logits by kernel, z(x) = log w + sum of pushes times phi(x_e).phi(x). */
    @Test
    void equalsItsKernelForm() {
        RandomGenerator random = new SplittableRandom(2);
        int examples = 12;
        EvidenceMatrix evidence = EvidenceRows.random(examples, 3, 6, random);
        List<double[]> phi = IntStream.range(0, examples)
                .mapToObj(n -> random.doubles(4, -1, 1).toArray())
                .toList();
        double[] probe = {0.3, -0.9, 0.5, 0.1};
        Weights fast = FieldSelection.run(
                        PRIOR,
                        WeightedReplies.supervised(evidence),
                        ContextFeatures.of(phi),
                        TrainingPlan.fullBatch(examples, 10),
                        2)
                .end()
                .at(probe);
        double[][] pushed = new double[examples][3];
        for (int step = 0; step < 10; step++) {
            double[][] now = new double[examples][3];
            for (int e = 0; e < examples; e++) {
                Weights w = at(phi, pushed, phi.get(e));
                Weights r = w.after(evidence.row(e));
                for (int k = 0; k < 3; k++) {
                    now[e][k] = 2.0 / examples * (r.at(k) - w.at(k));
                }
            }
            for (int e = 0; e < examples; e++) {
                for (int k = 0; k < 3; k++) {
                    pushed[e][k] += now[e][k];
                }
            }
        }
        assertThat(fast.toArray()).containsExactly(at(phi, pushed, probe).toArray(), within(1e-12));
    }

    private static Weights at(List<double[]> phi, double[][] pushed, double[] probe) {
        double[] z = PRIOR.logs().toArray();
        for (int e = 0; e < phi.size(); e++) {
            double similarity = 0;
            for (int d = 0; d < probe.length; d++) {
                similarity += phi.get(e)[d] * probe[d];
            }
            for (int k = 0; k < z.length; k++) {
                z[k] += similarity * pushed[e][k];
            }
        }
        return Weights.softmax(LogVector.of(z));
    }

    @Test
    void whatIsLearntUnderAPrefixStaysThereWhenContextsShareNothing() {
        EvidenceMatrix bad = EvidenceRows.spokenBy(new int[] {2, 2, 2, 2}, 3, 6);
        double[] prefixed = {0, 1};
        double[] plain = {1, 0};
        Field end = FieldSelection.run(
                        PRIOR,
                        WeightedReplies.supervised(bad),
                        ContextFeatures.of(Collections.nCopies(4, prefixed)),
                        TrainingPlan.fullBatch(4, 100),
                        1)
                .end();
        assertThat(end.at(plain).toArray()).containsExactly(PRIOR.toArray(), within(1e-12));
        assertThat(end.at(prefixed).at(2)).isGreaterThan(0.9);
    }

    @Test
    void contextMapCentresAndScales() {
        ContextMap map = ContextMap.fit(List.of(new double[] {0, 1}, new double[] {4, 1}), 0.25, 4, 8);
        // mean (2, 1), mean squared length 4, all of it along the first axis: phi = (sqrt .25, 2 (h_1 - 2) / 2).
        assertThat(map.features(new double[] {5, 0})[0]).isEqualTo(0.5);
        assertThat(Math.abs(map.features(new double[] {5, 0})[1])).isCloseTo(3, within(1e-12));
        assertThat(map.features(new double[] {5, 0})).hasSize(2);
        assertThat(map.ofNoPrompt()).containsExactly(0.5, 0);
        ContextMap free = ContextMap.fit(List.of(new double[] {7}), 1, 0, 8);
        assertThat(free.features(new double[] {123})).containsExactly(1);
        assertThatThrownBy(() -> ContextMap.fit(List.of(), 1, 1, 8)).hasMessageContaining("of 0 activations");
        assertThatThrownBy(() -> map.features(new double[] {1})).hasMessageContaining("has 1 features");
        assertThatThrownBy(() -> map.features(new double[] {1, Double.NaN})).hasMessageContaining("feature 1");
    }

    @Test
    void refusesContextsOfOtherExamples() {
        TrainingSignal signal = WeightedReplies.weighted(EvidenceRows.spokenBy(new int[] {0}, 3, 1), RowCounts.of(1));
        assertThatThrownBy(() ->
                        FieldSelection.run(PRIOR, signal, ContextFeatures.alike(2), TrainingPlan.fullBatch(1, 1), 1))
                .hasMessage("2 contexts for 1 examples: each has its own");
    }
}
