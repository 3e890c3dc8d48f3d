package org.dramatis.core.prior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.dramatis.core.Coverage;
import org.dramatis.core.evidence.EpisodeId;
import org.dramatis.core.evidence.Evidence;
import org.dramatis.core.number.LogVector;
import org.dramatis.core.number.Weights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Replies are drawn from a known mixture; the intervals of its weights must hold the truth.
 *
 * <p>A persona shifts its own coordinate of a standard normal vector, by as many standard deviations as personas are
 * apart: at 1.5 single replies are attributed wrongly half the time, at 4 hardly ever. The
 * counts of rare personas are small whole numbers, which no interval covers exactly: one weight may stray by .04, the
 * mean over the weights by .02, besides the noise of the simulation.
 */
class PriorCoverageTest {
    private static final int SIMULATIONS = 1_000;

    private static final double[] FEW = {0.6, 0.32, 0.08};

    /** Most of a large cast is absent. */
    private static final double[] MANY = {0.5, 0.3, 0.12, 0.05, 0.03, 0, 0, 0, 0, 0};

    @ParameterizedTest
    @CsvSource({"few, 40, 1.5", "few, 200, 4", "many, 60, 4", "many, 200, 1.5"})
    void weightsAreHeldAsOftenAsStated(String cast, int probes, double apart) {
        double[] truth = cast.equals("few") ? FEW : MANY;
        SplittableRandom random = new SplittableRandom(11);
        List<PriorEstimate> estimates =
                IntStream.range(0, SIMULATIONS).mapToObj(i -> random.split()).toList().parallelStream()
                        .map(own -> estimate(truth, probes, apart, own))
                        .toList();
        int distinct = (int) Arrays.stream(truth).distinct().count(); // one absent persona speaks for all
        double sum = 0;
        for (int k = 0; k < distinct; k++) {
            int persona = k;
            int held = (int) estimates.stream()
                    .filter(estimate ->
                            estimate.weights().get(persona).interval().contains(truth[persona]))
                    .count();
            Coverage coverage = Coverage.counted(
                    "Prior weight",
                    "%.2f of %d personas %.1f sd apart, %d probes".formatted(truth[k], truth.length, apart, probes),
                    0.95,
                    SIMULATIONS,
                    held);
            assertThat(coverage.share()).isGreaterThan(0.91 - coverage.fourErrors());
            sum += coverage.share();
        }
        assertThat(sum / distinct).isBetween(0.93, 0.98);
    }

    /** Three personas answer as they please; the model mixes them, and a tenth of the time does as it pleases itself. */
    @Test
    void coverageIsHeldAsOftenAsStated() {
        double truth = PriorEstimate.of(listed(20_000, new SplittableRandom(2)), 1, 0.95, new SplittableRandom(2))
                .adequacy()
                .orElseThrow()
                .point();
        Coverage coverage = Coverage.of(
                "Share of behaviour the cast explains",
                "3 personas, 60 probes of 4 answers",
                0.95,
                SIMULATIONS,
                7,
                random -> PriorEstimate.of(listed(60, random), 100, 0.95, random)
                        .adequacy()
                        .orElseThrow()
                        .interval()
                        .contains(truth));
        assertThat(coverage.share()).isCloseTo(0.95, within(0.02 + coverage.fourErrors()));
    }

    private static ListedAnswers listed(int probes, RandomGenerator random) {
        ListedAnswers.Builder builder = ListedAnswers.builder(FEW.length);
        for (int probe = 0; probe < probes; probe++) {
            List<Weights> habits =
                    IntStream.range(0, 4).mapToObj(persona -> habit(random)).toList();
            double[] model = new double[4];
            List<LogVector> answers = new ArrayList<>();
            for (int b = 0; b < model.length; b++) {
                int answer = b;
                model[b] = 0.1 * habits.get(3).at(b);
                for (int k = 0; k < FEW.length; k++) {
                    model[b] += 0.9 * FEW[k] * habits.get(k).at(b);
                }
                answers.add(LogVector.of(habits.stream()
                        .limit(FEW.length)
                        .mapToDouble(habit -> habit.log(answer))
                        .toArray()));
            }
            builder.probe(Weights.of(model), answers);
        }
        return builder.build();
    }

    private static Weights habit(RandomGenerator random) {
        return Weights.softmax(LogVector.of(random.doubles(4, -4, 0).toArray()));
    }

    private static PriorEstimate estimate(double[] truth, int probes, double apart, RandomGenerator random) {
        SampledReplies.Builder replies = SampledReplies.builder(truth.length);
        for (int probe = 0; probe < probes; probe++) {
            int speaker = draw(truth, random);
            LogVector evidence = LogVector.of(IntStream.range(0, truth.length)
                    .mapToDouble(k -> apart * (random.nextGaussian() + (k == speaker ? apart : 0)) - apart * apart / 2)
                    .toArray());
            replies.reply(probe, new Evidence.Scored(new EpisodeId("reply-" + probe), evidence, 1), -1);
        }
        return PriorEstimate.of(replies.build(), 100, 0.95, random);
    }

    private static int draw(double[] weights, RandomGenerator random) {
        double u = random.nextDouble() * Arrays.stream(weights).sum();
        int k = 0;
        while (u >= weights[k]) {
            u -= weights[k++];
        }
        return k;
    }
}
