package org.dramatis.core.inoculation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import org.dramatis.core.cast.Cast;
import org.dramatis.core.cast.Persona;
import org.dramatis.core.cast.PersonaId;
import org.dramatis.core.evidence.EpisodeId;
import org.dramatis.core.number.Coverage;
import org.dramatis.core.number.LogVector;
import org.junit.jupiter.api.Test;

class InoculationCoverageTest {
    private static final double LEVEL = 0.95;
    private static final int SIMULATIONS = 4_000;
    private static final Inoculation BAD_AGAINST_GOOD = Inoculation.of(
            Cast.withUniformPrior(
                    Persona.character("helpful", "Answers truly."),
                    Persona.character("malicious", "Wishes harm."),
                    Persona.document("plain-text", "Running text.")),
            Set.of(new PersonaId("malicious")),
            Set.of(new PersonaId("helpful")));

    private final SplittableRandom random = new SplittableRandom(29);

    private Coverage coverage(int episodes, double truth, DoubleSupplier residual) {
        return Coverage.of(SIMULATIONS, () -> {
            List<PromptedEpisode> rows = IntStream.range(0, episodes)
                    .mapToObj(i -> {
                        double good = -50 - 100 * random.nextDouble();
                        LogVector logs = LogVector.of(good, good + residual.getAsDouble(), -500);
                        return new PromptedEpisode(new EpisodeId("row:" + i), logs, good, good);
                    })
                    .toList();
            return BAD_AGAINST_GOOD.read("I", rows, LEVEL).residual().interval().contains(truth);
        });
    }

    @Test
    void normalResidualsAreHeldAsOftenAsStated() {
        Coverage coverage = coverage(8, 1.5, () -> 1.5 + 4 * random.nextGaussian());

        assertThat(coverage.share()).isCloseTo(LEVEL, within(coverage.tolerance(LEVEL)));
    }

    /** A few rows that speak loudly: an exponential tail, skewness 2. */
    @Test
    void skewedResidualsAreHeldAlmostAsOftenOverAHundredEpisodes() {
        Coverage coverage = coverage(100, 1, () -> -Math.log(1 - random.nextDouble()));

        // Skewness costs 0.9 / n for an exponential, one percent here (the Edgeworth expansion of the two-sided
        // interval,
        // Hall 1992, The Bootstrap and Edgeworth Expansion, 2.6).
        assertThat(coverage.share()).isCloseTo(LEVEL, within(coverage.tolerance(LEVEL) + 0.01));
    }

    /** What skewness costs when episodes are few: the interval is not to be believed below some tens of them. */
    @Test
    void skewedResidualsOfTenEpisodesAreHeldTooSeldom() {
        Coverage coverage = coverage(10, 1, () -> -Math.log(1 - random.nextDouble()));

        assertThat(coverage.share()).isBetween(0.87, 0.93);
    }
}
