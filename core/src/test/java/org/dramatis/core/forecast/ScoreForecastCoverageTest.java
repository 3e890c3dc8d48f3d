package org.dramatis.core.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import org.dramatis.core.Coverage;
import org.dramatis.core.number.Weights;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The interval of a mean score must hold the score of endlessly many replies. The weights are known here, so only the number of
 * replies is at stake; with several frames it is counted twice, and the interval may hold more often than stated.
 */
class ScoreForecastCoverageTest {
    private static final Weights BEFORE = Weights.of(.8, .1, .1);
    private static final Weights AFTER = Weights.of(.2, .7, .1);
    private static final double[] HABITS = {.1, .6, .5};
    private static final double TODAY = .3;
    private static final Forecast WEIGHTS = Forecast.from(BEFORE, AFTER, Collections.nCopies(200, AFTER));
    private static final int SIMULATIONS = 1_000;

    @ParameterizedTest
    @CsvSource({"16, 1, 0.02", "64, 1, 0.02", "16, 4, 0.04"})
    void meanScoresAreHeldAsOftenAsStated(int replies, int frames, double more) {
        double truth = TODAY;
        for (int k = 0; k < HABITS.length; k++) {
            truth += (AFTER.at(k) - BEFORE.at(k)) * HABITS[k];
        }
        double known = truth;
        Coverage coverage = Coverage.of(
                "Forecast of a mean score",
                replies + " replies, " + frames + " frames a persona",
                .95,
                SIMULATIONS,
                5,
                random -> forecast(replies, frames, random)
                        .after(.95, random)
                        .interval()
                        .contains(known));

        assertThat(coverage.share()).isBetween(.95 - .01 - coverage.fourErrors(), .95 + more + coverage.fourErrors());
    }

    private static ScoreForecast forecast(int replies, int frames, RandomGenerator random) {
        List<List<ReplyScores>> cast = Arrays.stream(HABITS)
                .mapToObj(habit -> Collections.nCopies(frames, habit).stream()
                        .map(chance -> replies(replies, chance, random))
                        .toList())
                .toList();
        return new ScoreForecast(
                List.of(WEIGHTS), List.of(replies(replies, TODAY, random)), List.of(new CastScores(cast)));
    }

    private static ReplyScores replies(int count, double chance, RandomGenerator random) {
        return new ReplyScores(DoubleStream.generate(() -> random.nextDouble() < chance ? 1 : 0)
                .limit(count)
                .boxed()
                .toList());
    }
}
