package org.dramatis.core.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.dramatis.core.Coverage;
import org.dramatis.core.evidence.Clusters;
import org.dramatis.core.evidence.EvidenceMatrix;
import org.dramatis.core.evidence.EvidenceMatrixBuilder;
import org.dramatis.core.number.LogSpace;
import org.dramatis.core.number.Weights;
import org.dramatis.core.selection.ObservedRun;
import org.dramatis.core.selection.RateFit;
import org.dramatis.core.selection.RatePosterior;
import org.dramatis.core.selection.Selection;
import org.dramatis.core.selection.TrainingPlan;
import org.dramatis.core.selection.WeightedReplies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The interval of a forecast must hold what the same training would do on endless data of the kind, at the true eta, with
 * endlessly many frames.
 *
 * <p>All three are known here: episodes are drawn from a mixture of three kinds, frames scatter around a habit, eta is
 * fitted to noisy runs. Few frames cannot show how much frames differ, as two values cannot show a variance: the interval
 * is then too narrow, and the table says by how much.
 */
class ForecastCoverageTest {
    private static final double ETA = 0.3;
    private static final Weights PRIOR = Weights.of(0.8, 0.1, 0.1);
    private static final double[] KINDS = {0.55, 0.35, 0.10};
    private static final double[] HABITS = {-2.5, 1.5, 0.2}; // log-odds of the answer, by persona
    private static final Probe PROBE = new Probe("p", "Would you?", List.of("no", "yes"));
    private static final int STEPS = 10;
    private static final int SIMULATIONS = 1_000;
    private static final int DRAWS = 200;

    @ParameterizedTest
    @CsvSource({"40, 8, 0.03", "150, 8, 0.03", "40, 3, 0.05", "150, 3, 0.05"})
    void answersAreHeldAsOftenAsStated(int episodes, int frames, double allowed) {
        double truth = answer(trained());
        assertHeld(
                "Forecast of an answer",
                episodes,
                frames,
                allowed,
                random -> forecast(episodes, random)
                        .probability(probe(frames, random), 1, 0.95, random)
                        .interval()
                        .contains(truth));
    }

    @Test
    void shiftsAreHeldAsOftenAsStated() {
        double truth = answer(trained()) - answer(PRIOR);
        assertHeld(
                "Forecast of a shift",
                150,
                8,
                0.03,
                random -> forecast(150, random)
                        .shift(probe(8, random), 1, 0.95, random)
                        .interval()
                        .contains(truth));
    }

    private static void assertHeld(
            String interval, int episodes, int frames, double allowed, Predicate<RandomGenerator> held) {
        Coverage coverage = Coverage.of(
                interval, episodes + " episodes, " + frames + " frames a persona", 0.95, SIMULATIONS, 3, held);
        assertThat(coverage.share()).isCloseTo(0.95, within(allowed + coverage.fourErrors()));
    }

    /** The weights after training on endless data: episodes of each kind in just its share. */
    private static Weights trained() {
        EvidenceMatrixBuilder kinds = EvidenceMatrix.builder(3);
        for (int part = 0; part < 20; part++) {
            kinds.add(evidence(part < 20 * KINDS[0] ? 0 : part < 20 * (KINDS[0] + KINDS[1]) ? 1 : 2));
        }
        return Selection.run(PRIOR, WeightedReplies.supervised(kinds.build()), TrainingPlan.fullBatch(20, STEPS), ETA)
                .end();
    }

    /** The probability of the answer under endlessly many frames. */
    private static double answer(Weights weights) {
        double sum = 0;
        for (int k = 0; k < 3; k++) {
            for (int i = 0; i < 2_000; i++) {
                sum += weights.at(k) * LogSpace.sigmoid(HABITS[k] + scatter((i + 0.5) / 2_000)) / 2_000;
            }
        }
        return sum;
    }

    /** Answered today as endlessly many frames have it. */
    private static AnsweredProbe probe(int frames, RandomGenerator random) {
        double yes = answer(PRIOR);
        return new AnsweredProbe(new CastAnswers(PROBE, answers(frames, random)), Weights.of(1 - yes, yes));
    }

    private static Forecast forecast(int episodes, RandomGenerator random) {
        EvidenceMatrixBuilder drawn = EvidenceMatrix.builder(3);
        for (int n = 0; n < episodes; n++) {
            double u = random.nextDouble();
            drawn.add(evidence(u < KINDS[0] ? 0 : u < KINDS[0] + KINDS[1] ? 1 : 2));
        }
        WeightedReplies replies = WeightedReplies.supervised(drawn.build());
        TrainingPlan plan = TrainingPlan.fullBatch(episodes, STEPS);
        RatePosterior rate = RateFit.fit(pilots(random), 1e-3, 10);
        Weights after =
                Selection.run(PRIOR, replies, plan, rate.estimate(0.95).point()).end();
        WeightsSampler sampler = WeightsSampler.retrained(PRIOR, replies, Clusters.single(episodes), plan, rate);
        return Forecast.of(PRIOR, after, sampler, DRAWS, random);
    }

    private static double[] evidence(int kind) {
        return switch (kind) {
            case 0 -> new double[] {0, -4, -3};
            case 1 -> new double[] {-5, 0, -2};
            default -> new double[] {-1, -2, 0};
        };
    }

    private static List<List<Weights>> answers(int frames, RandomGenerator random) {
        List<List<Weights>> answers = new ArrayList<>();
        for (double habit : HABITS) {
            answers.add(IntStream.range(0, frames)
                    .mapToDouble(f -> LogSpace.sigmoid(habit + scatter(random.nextDouble())))
                    .mapToObj(yes -> Weights.of(1 - yes, yes))
                    .toList());
        }
        return answers;
    }

    /** Frames of one persona differ in their log-odds, uniformly by up to 0.8 either way. */
    private static double scatter(double u) {
        return 1.6 * u - 0.8;
    }

    /** Twelve pilot runs, two kinds of curve, observed with noise. */
    private static List<ObservedRun> pilots(RandomGenerator random) {
        return IntStream.range(0, 12)
                .mapToObj(run -> {
                    int kind = 1 + run % 2;
                    double[] observed = pilot(kind, ETA);
                    for (int i = 0; i < observed.length; i++) {
                        observed[i] += 0.03 * random.nextGaussian();
                    }
                    return new ObservedRun(observed, rate -> pilot(kind, rate));
                })
                .toList();
    }

    private static double[] pilot(int kind, double rate) {
        return IntStream.rangeClosed(1, 4)
                .mapToDouble(checkpoint -> LogSpace.sigmoid(kind * rate * 10 * checkpoint - 3))
                .toArray();
    }
}
