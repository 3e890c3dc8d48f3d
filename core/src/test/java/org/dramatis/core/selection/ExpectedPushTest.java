package org.dramatis.core.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.dramatis.core.evidence.EvidenceMatrix;
import org.dramatis.core.evidence.Rows;
import org.dramatis.core.number.Weights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExpectedPushTest {
    private static final Weights PRIOR = Weights.of(0.5, 0.3, 0.15, 0.05);
    private static final int EXAMPLES = 24;
    private static final SortedSet<Integer> TWO = new TreeSet<>(List.of(1, 3));

    private static List<TrainingSignal> signals() {
        RandomGenerator random = new SplittableRandom(4);
        EvidenceMatrix evidence = EvidenceRows.random(EXAMPLES, 4, 6, random);
        EvidenceMatrix rejected = EvidenceRows.random(EXAMPLES, 4, 6, random);
        return List.of(WeightedReplies.supervised(evidence), new PreferencePairs(evidence, rejected, 0.8, PRIOR));
    }

    /** Examples of two kinds, and two questions that are a little like each. */
    private static final ContextFeatures CONTEXTS = ContextFeatures.of(IntStream.range(0, EXAMPLES)
            .mapToObj(example -> example % 2 == 0 ? new double[] {1, .5} : new double[] {1, -.5})
            .toList());

    private static final ContextFeatures ASKED =
            ContextFeatures.of(List.of(new double[] {1, 1}, new double[] {1, -.2}));

    private static Trajectory<Field> run(TrainingSignal signal, TrainingPlan plan, double rate) {
        return FieldSelection.run(PRIOR, signal, CONTEXTS, plan, rate);
    }

    private static ExpectedPush pushes(
            TrainingSignal signal, Trajectory<Field> trajectory, TrainingPlan plan, double rate) {
        return new ExpectedPush(TWO, signal, CONTEXTS, ASKED, trajectory, plan, rate);
    }

    private static double logOdds(Weights weights) {
        double held = weights.at(1) + weights.at(3);
        return Math.log(held / (1 - held));
    }

    @ParameterizedTest
    @MethodSource("signals")
    void pushesSumToTheChangeOfTheLogOdds(TrainingSignal signal) {
        TrainingPlan plan = TrainingPlan.fullBatch(EXAMPLES, 400);
        Trajectory<Field> trajectory = run(signal, plan, 0.01);
        ExpectedPush pushes = pushes(signal, trajectory, plan, 0.01);
        double sum = 0;
        for (int example = 0; example < EXAMPLES; example++) {
            sum += pushes.of(example);
        }
        // 400 steps of .01: the sum over steps is the path integral to first order in a step.
        double end =
                (logOdds(trajectory.end().at(1, 1)) + logOdds(trajectory.end().at(1, -.2))) / 2;
        assertThat(sum).isCloseTo(end - logOdds(PRIOR), within(2e-3));
    }

    @ParameterizedTest
    @MethodSource("signals")
    void equalRowsPushAlikeWhereverTheyStand(TrainingSignal signal) {
        TrainingPlan forward = TrainingPlan.inOrder(EXAMPLES, 4, 6);
        int[] turned = new int[EXAMPLES];
        for (int i = 0; i < EXAMPLES; i++) {
            turned[i] = EXAMPLES - 1 - i;
        }
        TrainingPlan backward = forward.with(Rows.of(turned));
        ExpectedPush one = pushes(signal, run(signal, forward, 0.5), forward, 0.5);
        ExpectedPush other = pushes(signal, run(signal, backward, 0.5), backward, 0.5);
        // Influence differs by the weights of another moment, a factor of up to 3 here; what is left is the path's own
        // change.
        for (int example = 0; example < EXAMPLES; example++) {
            assertThat(one.of(example)).isCloseTo(other.of(example), within(0.02));
        }
    }

    @Test
    void whatNothingCanMoveIsRefused() {
        TrainingSignal signal = signals().getFirst();
        TrainingPlan plan = TrainingPlan.fullBatch(EXAMPLES, 1);
        Trajectory<Field> trajectory = run(signal, plan, 0.1);

        assertThatThrownBy(() -> new ExpectedPush(new TreeSet<>(), signal, CONTEXTS, ASKED, trajectory, plan, 0.1))
                .hasMessageContaining("personas [] together have weight 0.0");
    }
}
