package org.dramatis.core.stopping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import org.dramatis.core.Coverage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class ConfidenceSequenceCoverageTest {
    private static final int RUNS = 2_000;
    private static final int OBSERVATIONS = 2_000;

    /** A distribution in [0, 1]. */
    record Observed(String name, double mean, ToDoubleFunction<RandomGenerator> draw) {}

    private static final Observed RARE = new Observed("share 0.01", 0.01, random -> random.nextDouble() < 0.01 ? 1 : 0);
    private static final Observed EVEN = new Observed("share 0.5", 0.5, random -> random.nextBoolean() ? 1 : 0);
    private static final Observed UNIFORM = new Observed("uniform from 0 to 1", 0.5, RandomGenerator::nextDouble);
    private static final Observed NEARLY_ALL =
            new Observed("share 0.99", 0.99, random -> random.nextDouble() < 0.99 ? 1 : 0);
    private static final Observed TWO_POINTS =
            new Observed("0.25 and rarely 0.75", 0.265, random -> random.nextDouble() < 0.03 ? 0.75 : 0.25);
    private static final Observed CONSTANT = new Observed("constantly 0.3", 0.3, _ -> 0.3);

    static final List<Observed> INDEPENDENT = List.of(RARE, EVEN, UNIFORM, NEARLY_ALL, TWO_POINTS, CONSTANT);
    static final List<Observed> FINITE = List.of(RARE, EVEN, UNIFORM);

    /** The guarantee is of 5 % at most, at any time, for every distribution; the runs add their binomial error. */
    @ParameterizedTest
    @FieldSource("INDEPENDENT")
    void seldomEverExcludesTheMean(Observed observed) {
        Coverage coverage = alwaysHeld(observed);

        assertThat(coverage.share()).isGreaterThanOrEqualTo(0.95 - coverage.fourErrors());
    }

    @ParameterizedTest
    @FieldSource("FINITE")
    void seldomEverExcludesTheMeanOfFiniteData(Observed observed) {
        Coverage coverage = alwaysHeldOfFinite(observed);

        assertThat(coverage.share()).isGreaterThanOrEqualTo(0.95 - coverage.fourErrors());
    }

    /**
     * For a Bernoulli mean of 0.2 a fixed sample would need {@code (z sigma / distance)^2}, that is 7, 62 and 246
     * rows. To be right at every time costs the iterated logarithm and the start: some 4 times that, of 100,000 rows.
     */
    @Test
    void stopsEarly() {
        ToDoubleFunction<RandomGenerator> fifth = random -> random.nextDouble() < 0.2 ? 1 : 0;
        assertThat(meanReads(new StoppingRule.Threshold(0.5), fifth)).isBetween(7.0, 5 * 7.0);
        assertThat(meanReads(new StoppingRule.Threshold(0.3), fifth)).isBetween(62.0, 5 * 62.0);
        assertThat(meanReads(new StoppingRule.Width(0.1), fifth)).isBetween(246.0, 5 * 246.0);
    }

    /** A side is decided wrongly no more often than the interval misses. */
    @Test
    void decidesRightly() {
        Coverage coverage = Coverage.of(
                "Side decided by a confidence sequence",
                "share 0.48 against 0.5, at any of 2,000 times",
                0.95,
                RUNS,
                5,
                random -> {
                    ConfidenceSequence sequence = ConfidenceSequence.withReplacement(0, 1, 0.95);
                    Decision decision = Decision.UNDECIDED;
                    for (int i = 0; i < OBSERVATIONS && decision == Decision.UNDECIDED; i++) {
                        sequence.add(random.nextDouble() < 0.48 ? 1 : 0);
                        decision = new StoppingRule.Threshold(0.5).decide(sequence.interval());
                    }
                    return decision != Decision.ABOVE;
                });
        assertThat(coverage.share()).isGreaterThanOrEqualTo(0.95 - coverage.fourErrors());
    }

    /** How often the interval held the mean at all of 2,000 times. */
    private static Coverage alwaysHeld(Observed observed) {
        String setting = "at all of 2,000 times, " + observed.name;
        return Coverage.of("Confidence sequence", setting, 0.95, RUNS, 3, random -> {
            ConfidenceSequence sequence = ConfidenceSequence.withReplacement(0, 1, 0.95);
            return alwaysHolds(
                    observed.mean,
                    sequence,
                    random.doubles(OBSERVATIONS)
                            .map(_ -> observed.draw.applyAsDouble(random))
                            .toArray());
        });
    }

    /** The same for one data set of 500 numbers, read to its end in random order. */
    private static Coverage alwaysHeldOfFinite(Observed observed) {
        SplittableRandom source = new SplittableRandom(4);
        double[] data = source.doubles(500)
                .map(_ -> observed.draw.applyAsDouble(source))
                .toArray();
        double mean = Arrays.stream(data).average().orElseThrow();
        String setting = "at all of 500 times, finite data read to the end, " + observed.name;
        return Coverage.of("Confidence sequence", setting, 0.95, RUNS, 5, random -> {
            double[] order = shuffled(data, random);
            return alwaysHolds(mean, ConfidenceSequence.withoutReplacement(0, 1, 0.95, order.length), order);
        });
    }

    static double meanReads(StoppingRule rule, ToDoubleFunction<RandomGenerator> draw) {
        SplittableRandom random = new SplittableRandom(6);
        double reads = 0;
        for (int run = 0; run < RUNS; run++) {
            ConfidenceSequence sequence = ConfidenceSequence.withoutReplacement(0, 1, 0.95, 100_000);
            while (rule.decide(sequence.interval()) == Decision.UNDECIDED) {
                sequence.add(draw.applyAsDouble(random));
            }
            reads += sequence.observations();
        }
        return reads / RUNS;
    }

    /** Rounding of the last sums is not a miss. */
    private static boolean alwaysHolds(double mean, ConfidenceSequence sequence, double[] observations) {
        for (double observation : observations) {
            sequence.add(observation);
            if (sequence.interval().low() > mean + 1e-12 || sequence.interval().high() < mean - 1e-12) {
                return false;
            }
        }
        return true;
    }

    private static double[] shuffled(double[] numbers, RandomGenerator random) {
        double[] data = numbers.clone();
        for (int i = data.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            double swapped = data[i];
            data[i] = data[j];
            data[j] = swapped;
        }
        return data;
    }
}
