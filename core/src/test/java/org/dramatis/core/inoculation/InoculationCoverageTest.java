package org.dramatis.core.inoculation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.dramatis.core.Coverage;
import org.dramatis.core.cast.Cast;
import org.dramatis.core.cast.Persona;
import org.dramatis.core.cast.PersonaId;
import org.dramatis.core.evidence.EpisodeId;
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

    private static Coverage coverage(
            int episodes, String distribution, double truth, ToDoubleFunction<RandomGenerator> residual) {
        String setting = episodes + " episodes, " + distribution;
        return Coverage.of("Inoculation residual", setting, LEVEL, SIMULATIONS, 29, random -> {
            List<PromptedEpisode> rows = IntStream.range(0, episodes)
                    .mapToObj(i -> {
                        double good = -50 - 100 * random.nextDouble();
                        LogVector logs = LogVector.of(good, good + residual.applyAsDouble(random), -500);
                        return new PromptedEpisode(new EpisodeId("row:" + i), logs, good, good);
                    })
                    .toList();
            return BAD_AGAINST_GOOD.read("I", rows, LEVEL).residual().interval().contains(truth);
        });
    }

    @Test
    void normalResidualsAreHeldAsOftenAsStated() {
        Coverage coverage = coverage(8, "normal", 1.5, random -> 1.5 + 4 * random.nextGaussian());

        assertThat(coverage.share()).isCloseTo(LEVEL, within(coverage.fourErrors()));
    }

    /** A few rows that speak loudly: an exponential tail, skewness 2. */
    @Test
    void skewedResidualsAreHeldAlmostAsOftenOverAHundredEpisodes() {
        Coverage coverage = coverage(100, "exponential", 1, random -> -Math.log(1 - random.nextDouble()));

        // Skewness costs 0.9 / n for an exponential, one percent here (the Edgeworth expansion of the two-sided
        // interval, Hall 1992, The Bootstrap and Edgeworth Expansion, 2.6).
        assertThat(coverage.share()).isCloseTo(LEVEL, within(coverage.fourErrors() + 0.01));
    }

    /** What skewness costs when episodes are few: the interval is not to be believed below some tens of them. */
    @Test
    void skewedResidualsOfTenEpisodesAreHeldTooSeldom() {
        Coverage coverage =
                coverage(10, "exponential, known to be too few", 1, random -> -Math.log(1 - random.nextDouble()));

        assertThat(coverage.share()).isBetween(0.87, 0.93);
    }
}
