package org.dramatis.core.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.dramatis.core.number.Estimate;
import org.dramatis.core.number.Interval;
import org.dramatis.core.number.Weights;
import org.junit.jupiter.api.Test;

class RateFitTest {
    private static final Weights PRIOR = Weights.of(0.7, 0.2, 0.1);

    /** What selection itself does at a rate: the weight of one persona after 5, 10, ... 40 steps. */
    private static double[] trajectory(int speaker, double rate) {
        int[] speakers = {speaker, speaker, 0, speaker};
        Trajectory<Weights> run = Selection.run(
                PRIOR,
                WeightedReplies.supervised(EvidenceRows.spokenBy(speakers, 3, 4)),
                TrainingPlan.fullBatch(4, 40).recordedEvery(5),
                rate);
        return run.checkpoints().stream()
                .mapToDouble(checkpoint -> checkpoint.state().at(speaker))
                .toArray();
    }

    @Test
    void findsTheRateBehindRunsWithoutNoise() {
        List<ObservedRun> runs = List.of(
                new ObservedRun(trajectory(1, 0.13), rate -> trajectory(1, rate)),
                new ObservedRun(trajectory(2, 0.13), rate -> trajectory(2, rate)));
        RatePosterior posterior = RateFit.fit(runs, 1e-3, 10);
        assertThat(posterior.estimate(0.95).point()).isCloseTo(0.13, within(1e-5));
        assertThat(posterior.rootMeanSquareError()).isLessThan(1e-5);
        assertThat(posterior.estimate(0.95).interval().width()).isLessThan(1e-3);
    }

    @Test
    void fitsTauOfTemperedBayesLikewise() {
        double[] observed = tempered(0.02);
        ObservedRun run = new ObservedRun(observed, RateFitTest::tempered);
        assertThat(RateFit.fit(List.of(run, run), 1e-4, 1).estimate(0.9).point())
                .isCloseTo(0.02, within(1e-5));
    }

    private static double[] tempered(double tau) {
        return TemperedBayes.run(
                        PRIOR,
                        WeightedReplies.supervised(EvidenceRows.spokenBy(new int[] {1, 1, 2}, 3, 4)),
                        TrainingPlan.fullBatch(3, 6),
                        tau)
                .checkpoints()
                .stream()
                .mapToDouble(checkpoint -> checkpoint.state().at(1))
                .toArray();
    }

    @Test
    void noisierRunsLeaveAWiderInterval() {
        assertThat(noisy(0.2).width()).isGreaterThan(2 * noisy(0.02).width());
    }

    private static Interval noisy(double noise) {
        RandomGenerator random = new SplittableRandom(3);
        List<ObservedRun> runs = random.ints(12, 1, 3)
                .mapToObj(speaker -> {
                    double[] observed = trajectory(speaker, 0.1);
                    for (int i = 0; i < observed.length; i++) {
                        observed[i] += noise * random.nextGaussian();
                    }
                    return new ObservedRun(observed, rate -> trajectory(speaker, rate));
                })
                .toList();
        return RateFit.fit(runs, 1e-3, 10).estimate(0.95).interval();
    }

    @Test
    void drawsSpreadAsTheIntervalSays() {
        RandomGenerator random = new SplittableRandom(3);
        List<ObservedRun> runs = List.of(
                new ObservedRun(new double[] {1.1, 2.3, 2.8}, rate -> new double[] {rate, 2 * rate, 3 * rate}),
                new ObservedRun(new double[] {0.8, 2.1, 3.3}, rate -> new double[] {rate, 2 * rate, 3 * rate}));
        RatePosterior posterior = RateFit.fit(runs, 1e-2, 1e2);
        Interval interval = posterior.estimate(0.8).interval();
        long inside = random.doubles(10_000)
                .map(u -> posterior.draw(random))
                .filter(interval::contains)
                .count();
        assertThat(inside / 10_000.0).isCloseTo(0.8, within(0.016)); // four standard errors
    }

    @Test
    void saysWhenTheRunsDoNotSettleTheRate() {
        double[] still = {0.5, 0.5};
        ObservedRun unmoved = new ObservedRun(new double[] {0.4, 0.7}, rate -> still);
        assertThat(RateFit.fit(List.of(unmoved, unmoved), 0.01, 1).isUnsettled())
                .isTrue();
        ObservedRun exact = new ObservedRun(still, rate -> still);
        assertThat(RateFit.fit(List.of(exact, exact), 0.01, 1)
                        .estimate(0.9)
                        .interval()
                        .width())
                .isGreaterThan(0.5);
        assertThat(RateFit.fit(List.of(exact, exact), 0.01, 1).isUnsettled()).isTrue();
        ObservedRun moved = new ObservedRun(new double[] {1.1, 2.3}, rate -> new double[] {rate, 2 * rate});
        assertThat(RateFit.fit(List.of(moved, moved), 1e-3, 1e3).isUnsettled()).isFalse();
        assertThat(RatePosterior.certain(0.3).isUnsettled()).isFalse();
    }

    @Test
    void refusesWhatCannotBeFitted() {
        ObservedRun run = new ObservedRun(new double[] {1}, rate -> new double[] {rate});
        assertThatThrownBy(() -> RateFit.fit(List.of(run), 0.1, 1)).hasMessageContaining("to 1 runs");
        assertThatThrownBy(() -> RateFit.fit(List.of(run, run), 1, 0.1)).hasMessageContaining("are no range");
        ObservedRun mismatched = new ObservedRun(new double[] {1, 2}, rate -> new double[] {rate});
        assertThatThrownBy(() -> RateFit.fit(List.of(run, mismatched), 0.1, 1))
                .hasMessage("a run observed 2 values but its forecast gave 1");
        assertThatThrownBy(() -> new ObservedRun(new double[] {Double.NaN}, rate -> new double[1]))
                .hasMessageContaining("observed value of a run is NaN");
        assertThatThrownBy(() -> RatePosterior.certain(0)).hasMessageContaining("the rate is 0.0");
    }

    @Test
    void aRateKnownByItsIntervalIsDrawnFromIt() {
        Estimate known = new Estimate(0.4, new Interval(0.2, 0.8, 0.95));
        RatePosterior rate = RatePosterior.logNormal(known);

        assertThat(rate.estimate(0.95).point()).isEqualTo(0.4);
        assertThat(rate.estimate(0.95).interval().low()).isCloseTo(0.2, within(1e-3));
        assertThat(rate.estimate(0.95).interval().high()).isCloseTo(0.8, within(1e-3));
        assertThat(rate.estimate(0.5).interval().low())
                .isCloseTo(0.4 * Math.exp(-0.67449 * Math.log(2) / 1.95996), within(1e-3));
        assertThat(rate.isUnsettled()).isFalse();
        assertThat(RatePosterior.logNormal(new Estimate(0.4, new Interval(0.4, 0.4, 0.95)))
                        .draw(new SplittableRandom(1)))
                .isEqualTo(0.4);
    }

    @Test
    void aRateOutsideItsIntervalIsRefused() {
        assertThatThrownBy(() -> RatePosterior.logNormal(new Estimate(1, new Interval(0.2, 0.8, 0.95))))
                .hasMessageContaining("must lie in its interval");
        assertThatThrownBy(() -> RatePosterior.logNormal(new Estimate(0.1, new Interval(0, 0.8, 0.95))))
                .hasMessageContaining("above 0");
    }
}
