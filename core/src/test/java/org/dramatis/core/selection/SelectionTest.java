package org.dramatis.core.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.dramatis.core.evidence.EvidenceMatrix;
import org.dramatis.core.evidence.EvidenceMatrixBuilder;
import org.dramatis.core.evidence.RowCounts;
import org.dramatis.core.number.LogVector;
import org.dramatis.core.number.Weights;
import org.dramatis.core.prior.MixtureFit;
import org.junit.jupiter.api.Test;

class SelectionTest {
    private static final Weights PRIOR = Weights.of(0.6, 0.3, 0.1);

    @Test
    void oneStepByHand() {
        // r = (.5 * .8, .5 * .2) / .5 = (.8, .2); z moves by .4 * (r - w) = (.12, -.12).
        EvidenceMatrix evidence = EvidenceMatrix.of(List.of(LogVector.of(Math.log(0.8), Math.log(0.2))));
        Weights after = Selection.run(
                        Weights.uniform(2), WeightedReplies.supervised(evidence), TrainingPlan.fullBatch(1, 1), 0.4)
                .end();
        assertThat(after.logOdds(0)).isCloseTo(0.24, within(1e-14));
    }

    /** Everything again, slowly: Bayes' rule an example, plain arrays, the batch taken modulo. */
    @Test
    void equalsThePlainVersion() {
        RandomGenerator random = new SplittableRandom(5);
        EvidenceMatrix evidence = EvidenceRows.random(700, 3, 6, random);
        double[] advantages = random.doubles(700, -1, 2).toArray();
        TrainingPlan plan = TrainingPlan.inOrder(700, 48, 30).with(new LearningRate.WarmupCosine(5));
        Trajectory<Weights> fast =
                Selection.run(PRIOR, WeightedReplies.reinforced(evidence, RowCounts.of(advantages)), plan, 0.9);
        double[] z = PRIOR.logs().toArray();
        for (int step = 0; step < 30; step++) {
            Weights w = Weights.softmax(LogVector.of(z));
            double rate = 0.9 * plan.schedule().share(step, 30) / 48;
            for (int i = 0; i < 48; i++) {
                int row = (step * 48 + i) % 700;
                Weights r = w.after(evidence.row(row));
                for (int k = 0; k < 3; k++) {
                    z[k] += rate * advantages[row] * (r.at(k) - w.at(k));
                }
            }
        }
        assertThat(fast.end().toArray())
                .containsExactly(Weights.softmax(LogVector.of(z)).toArray(), within(1e-12));
    }

    @Test
    void endsAtTheMaximumLikelihoodMixture() {
        EvidenceMatrix evidence = EvidenceRows.random(200, 3, 4, new SplittableRandom(8));
        Weights end = Selection.run(
                        PRIOR,
                        WeightedReplies.supervised(evidence),
                        TrainingPlan.fullBatch(200, 4_000).recordedEvery(4_000),
                        3)
                .end();
        assertThat(end.toArray())
                .containsExactly(MixtureFit.of(evidence).weights().toArray(), within(1e-3));
    }

    @Test
    void halfAndHalfDoesNotEndAllOrNothing() {
        EvidenceMatrix mixed = EvidenceRows.spokenBy(new int[] {0, 1, 0, 1, 1, 0}, 3, 8);
        TrainingPlan plan = TrainingPlan.fullBatch(6, 2_000).recordedEvery(100);
        Weights selected =
                Selection.run(PRIOR, WeightedReplies.supervised(mixed), plan, 1).end();
        assertThat(selected.at(0)).isCloseTo(0.5, within(1e-3));
        assertThat(selected.at(1)).isCloseTo(0.5, within(1e-3));
        Weights lopsided = TemperedBayes.run(
                        PRIOR,
                        WeightedReplies.supervised(EvidenceRows.spokenBy(new int[] {0, 1, 1}, 3, 8)),
                        TrainingPlan.fullBatch(3, 2_000),
                        0.5)
                .end();
        assertThat(lopsided.at(1)).isGreaterThan(1 - 1e-12);
    }

    @Test
    void negativeAdvantagesPushAway() {
        EvidenceMatrix evidence = EvidenceRows.spokenBy(new int[] {1, 1}, 3, 5);
        Weights end = Selection.run(
                        PRIOR,
                        WeightedReplies.reinforced(evidence, RowCounts.of(-1, -1)),
                        TrainingPlan.fullBatch(2, 50),
                        1)
                .end();
        assertThat(end.at(1)).isLessThan(0.02);
    }

    @Test
    void preferencesMoveTowardsTheChosenAndSaturate() {
        EvidenceMatrix chosen = EvidenceRows.spokenBy(new int[] {1}, 3, 6);
        EvidenceMatrix rejected = EvidenceRows.spokenBy(new int[] {0}, 3, 6);
        PreferencePairs pairs = new PreferencePairs(chosen, rejected, 1, PRIOR);
        Trajectory<Weights> run = Selection.run(PRIOR, pairs, TrainingPlan.fullBatch(1, 400), 1);
        assertThat(run.at(200).logOdds(1)).isGreaterThan(run.at(20).logOdds(1));
        double early = run.at(20).logOdds(1) - run.at(0).logOdds(1);
        double late = run.at(400).logOdds(1) - run.at(380).logOdds(1);
        assertThat(late).isBetween(0.0, 0.2 * early);
    }

    @Test
    void aPersonaOfNoPriorNeverAppears() {
        EvidenceMatrix evidence = EvidenceRows.spokenBy(new int[] {2}, 3, 500);
        Weights end = Selection.run(
                        Weights.of(0.5, 0.5, 0), WeightedReplies.supervised(evidence), TrainingPlan.fullBatch(1, 9), 2)
                .end();
        assertThat(end.toArray()).containsExactly(0.5, 0.5, 0);
    }

    @Test
    void constantsAndNamesDoNotMatter() {
        RandomGenerator random = new SplittableRandom(6);
        EvidenceMatrixBuilder plain = EvidenceMatrix.builder(3);
        EvidenceMatrixBuilder turned = EvidenceMatrix.builder(3);
        for (int n = 0; n < 40; n++) {
            double[] row = random.doubles(3, -5, 0).toArray();
            plain.add(row);
            turned.add(row[1] - 1000, row[2] - 1000, row[0] - 1000);
        }
        TrainingPlan plan = TrainingPlan.inOrder(40, 8, 25).with(Optimiser.Adam.STANDARD);
        Weights end = Selection.run(PRIOR, WeightedReplies.supervised(plain.build()), plan, 0.1)
                .end();
        Weights relabelled = Selection.run(
                        Weights.of(0.3, 0.1, 0.6), WeightedReplies.supervised(turned.build()), plan, 0.1)
                .end();
        assertThat(relabelled.at(2)).isCloseTo(end.at(0), within(1e-9));
        assertThat(relabelled.at(0)).isCloseTo(end.at(1), within(1e-9));
    }

    @Test
    void evidenceOfAMillionNatsSaysWhatItsDifferencesSay() {
        double never = Double.NEGATIVE_INFINITY;
        EvidenceMatrix far = EvidenceMatrix.of(List.of(LogVector.of(-2e6, -1e6, never), LogVector.of(-5, -1e6, -1e6)));
        EvidenceMatrix plain = EvidenceMatrix.of(List.of(LogVector.of(never, 0, never), LogVector.of(0, never, never)));
        TrainingPlan plan = TrainingPlan.inOrder(2, 1, 60);
        for (double rate : new double[] {0.5, 50}) {
            Weights expected = Selection.run(Weights.of(0.7, 0.3, 0), WeightedReplies.supervised(plain), plan, rate)
                    .end();
            Weights end = Selection.run(Weights.of(0.7, 0.3, 0), WeightedReplies.supervised(far), plan, rate)
                    .end();
            assertThat(end.toArray()).containsExactly(expected.toArray(), within(1e-12));
        }
    }

    @Test
    void temperedBayesSeesSmallDifferencesBetweenLargeNumbers() {
        EvidenceMatrixBuilder evidence = EvidenceMatrix.builder(2);
        for (int n = 0; n < 1_000; n++) {
            evidence.add(-1e6, -1e6 - 0.001);
        }
        Weights end = TemperedBayes.run(
                        Weights.uniform(2),
                        WeightedReplies.supervised(evidence.build()),
                        TrainingPlan.fullBatch(1_000, 1),
                        1)
                .end();
        // A number near 10^6 has a rounding error of 1e-10, a thousand of them at most 1e-7.
        assertThat(end.logOdds(0)).isCloseTo(1, within(1e-7));
    }

    @Test
    void temperedBayesIsThePriorTimesTheTemperedLikelihood() {
        EvidenceMatrix evidence = EvidenceMatrix.of(List.of(LogVector.of(-1, -2, -4), LogVector.of(-3, -1, -1)));
        Weights end = TemperedBayes.run(PRIOR, WeightedReplies.supervised(evidence), TrainingPlan.inOrder(2, 1, 2), 0.5)
                .end();
        double[] joint = {0.6 * Math.exp(-2), 0.3 * Math.exp(-1.5), 0.1 * Math.exp(-2.5)};
        double all = joint[0] + joint[1] + joint[2];
        assertThat(end.at(0)).isCloseTo(joint[0] / all, within(1e-14));
        WeightedReplies twice = WeightedReplies.weighted(evidence, RowCounts.of(2, 2));
        Weights counted = TemperedBayes.run(PRIOR, twice, TrainingPlan.inOrder(2, 1, 2), 0.25)
                .end();
        assertThat(counted.at(0)).isCloseTo(end.at(0), within(1e-14));
        EvidenceMatrix nothing = EvidenceMatrix.of(List.of(LogVector.of(0, 0, 0), LogVector.of(0, 0, 0)));
        PreferencePairs pairs = new PreferencePairs(evidence, nothing, 1, PRIOR);
        assertThat(TemperedBayes.run(PRIOR, pairs, TrainingPlan.inOrder(2, 1, 2), 0.5)
                        .end()
                        .at(0))
                .isCloseTo(end.at(0), within(1e-14));
    }

    @Test
    void schedulesRiseAndFall() {
        LearningRate cosine = new LearningRate.WarmupCosine(4);
        assertThat(cosine.share(0, 12)).isEqualTo(0.25);
        assertThat(cosine.share(3, 12)).isEqualTo(1);
        assertThat(cosine.share(8, 12)).isCloseTo(0.5, within(1e-15));
        assertThat(new LearningRate.WarmupLinear(0).share(9, 12)).isEqualTo(0.25);
        assertThatThrownBy(() -> new LearningRate.WarmupCosine(-1)).hasMessageContaining("warm-up of -1");
    }

    @Test
    void refusesWhatCannotRun() {
        WeightedReplies replies = WeightedReplies.supervised(EvidenceRows.spokenBy(new int[] {0}, 3, 1));
        TrainingPlan plan = TrainingPlan.fullBatch(1, 1);
        assertThatThrownBy(() -> Selection.run(Weights.uniform(2), replies, plan, 1))
                .hasMessage("a prior of 2 personas for a signal over 3");
        assertThatThrownBy(() -> Selection.run(PRIOR, replies, TrainingPlan.fullBatch(5, 1), 1))
                .hasMessage("the plan reads example 4 of 1: they are counted from 0");
        assertThatThrownBy(() -> Selection.run(PRIOR, replies, plan, 1e308 * 10))
                .hasMessageContaining("rate eta is");
        EvidenceMatrix split = EvidenceRows.spokenBy(new int[] {1}, 3, 5);
        WeightedReplies huge = WeightedReplies.reinforced(split, RowCounts.of(1e200));
        assertThatThrownBy(() -> Selection.run(PRIOR, huge, plan, 1e200))
                .hasMessageContaining("at rate 1.0E200 step 1 leaves the range of numbers");
        assertThatThrownBy(() -> new LearningRate.WarmupLinear(0).share(10, 5)).hasMessageContaining("step 10 of 5");
        assertThatThrownBy(() -> Selection.run(PRIOR, replies, plan, -1)).hasMessageContaining("rate eta is -1.0");
        assertThatThrownBy(() -> TrainingPlan.inOrder(0, 1, 1)).hasMessageContaining("no examples");
        assertThatThrownBy(() -> TrainingPlan.inOrder(1, 0, 1)).hasMessageContaining("1 steps of 0 examples");
        assertThatThrownBy(() -> new Optimiser.Adam(1, 0.9, 1e-8)).hasMessageContaining("decays must lie in [0, 1)");
    }
}
