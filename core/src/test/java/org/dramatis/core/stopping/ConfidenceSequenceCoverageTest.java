package org.dramatis.core.stopping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import org.dramatis.core.Simulation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class ConfidenceSequenceCoverageTest {
    private static final int RUNS = 2_000;
    private static final int OBSERVATIONS = 2_000;

    /** A distribution in [0, 1]. */
    record Observed(String name, double mean, ToDoubleFunction<RandomGenerator> draw) {}

    private static final Observed RARE = new Observed("rare", 0.01, random -> random.nextDouble() < 0.01 ? 1 : 0);
    private static final Observed EVEN = new Observed("even", 0.5, random -> random.nextBoolean() ? 1 : 0);
    private static final Observed UNIFORM = new Observed("uniform", 0.5, RandomGenerator::nextDouble);
    private static final Observed NEARLY_ALL =
            new Observed("nearly all", 0.99, random -> random.nextDouble() < 0.99 ? 1 : 0);
    private static final Observed TWO_POINTS =
            new Observed("two points", 0.265, random -> random.nextDouble() < 0.03 ? 0.75 : 0.25);
    private static final Observed CONSTANT = new Observed("constant", 0.3, _ -> 0.3);

    static final List<Observed> INDEPENDENT = List.of(RARE, EVEN, UNIFORM, NEARLY_ALL, TWO_POINTS, CONSTANT);
    static final List<Observed> FINITE = List.of(RARE, EVEN, UNIFORM);

    /** The guarantee is of 5 % at most, at any time, for every distribution; the runs add their binomial error. */
    @ParameterizedTest
    @FieldSource("INDEPENDENT")
    void seldomEverExcludesTheMean(Observed observed) {
        assertThat(everMissed(observed)).isLessThanOrEqualTo(0.05 + Simulation.fourErrors(0.05, RUNS));
    }

    @ParameterizedTest
    @FieldSource("FINITE")
    void seldomEverExcludesTheMeanOfFiniteData(Observed observed) {
        assertThat(everMissedOfFinite(observed)).isLessThanOrEqualTo(0.05 + Simulation.fourErrors(0.05, RUNS));
    }

    /**
     * For a Bernoulli mean of 0.2 a fixed sample would need {@code (z sigma / distance)^2}, that is 7, 62 and 246
     * rows. To be right at every time costs the iterated logarithm and the start: some 4 times that, of 100,000 rows.
     */
    @Test
    void stopsEarly() {
        ToDoubleFunction<RandomGenerator> fifth = random -> random.nextDouble() < 0.2 ? 1 : 0;
        assertThat(meanReads(new StoppingRule.Side(0.5), fifth)).isBetween(7.0, 5 * 7.0);
        assertThat(meanReads(new StoppingRule.Side(0.3), fifth)).isBetween(62.0, 5 * 62.0);
        assertThat(meanReads(new StoppingRule.Width(0.1), fifth)).isBetween(246.0, 5 * 246.0);
    }

    /** A side is decided wrongly no more often than the interval misses. */
    @Test
    void decidesRightly() {
        double wrong = Simulation.share(RUNS, 5, random -> {
            ConfidenceSequence sequence = ConfidenceSequence.withReplacement(0, 1, 0.95);
            Decision decision = Decision.UNDECIDED;
            for (int i = 0; i < OBSERVATIONS && decision == Decision.UNDECIDED; i++) {
                sequence.add(random.nextDouble() < 0.48 ? 1 : 0);
                decision = new StoppingRule.Side(0.5).decide(sequence.interval());
            }
            return decision == Decision.ABOVE;
        });
        assertThat(wrong).isLessThanOrEqualTo(0.05 + Simulation.fourErrors(0.05, RUNS));
    }

    /** How often the interval excluded the mean at any of 2,000 times. */
    static double everMissed(Observed observed) {
        return Simulation.share(RUNS, 3, random -> {
            ConfidenceSequence sequence = ConfidenceSequence.withReplacement(0, 1, 0.95);
            return everExcludes(
                    observed.mean,
                    sequence,
                    random.doubles(OBSERVATIONS)
                            .map(_ -> observed.draw.applyAsDouble(random))
                            .toArray());
        });
    }

    /** The same for one data set of 500 numbers, read to its end in random order. */
    static double everMissedOfFinite(Observed observed) {
        SplittableRandom source = new SplittableRandom(4);
        double[] data = source.doubles(500)
                .map(_ -> observed.draw.applyAsDouble(source))
                .toArray();
        double mean = Arrays.stream(data).average().orElseThrow();
        return Simulation.share(RUNS, 5, random -> {
            shuffle(data, random);
            return everExcludes(mean, ConfidenceSequence.withoutReplacement(0, 1, 0.95, data.length), data);
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
    private static boolean everExcludes(double mean, ConfidenceSequence sequence, double[] observations) {
        for (double observation : observations) {
            sequence.add(observation);
            if (sequence.interval().low() > mean + 1e-12 || sequence.interval().high() < mean - 1e-12) {
                return true;
            }
        }
        return false;
    }

    private static void shuffle(double[] data, RandomGenerator random) {
        for (int i = data.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            double swapped = data[i];
            data[i] = data[j];
            data[j] = swapped;
        }
    }
}
