package org.dramatis.core.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.dramatis.core.number.Estimate;
import org.dramatis.core.number.Weights;
import org.junit.jupiter.api.Test;

class ScoreForecastTest {
    private static final Weights BEFORE = Weights.of(.8, .2);
    private static final Weights AFTER = Weights.of(.5, .5);
    private static final Forecast WEIGHTS = Forecast.from(BEFORE, AFTER, Collections.nCopies(400, AFTER));
    private static final CastScores HABITS =
            new CastScores(List.of(List.of(scores(0, 0, 1, 0)), List.of(scores(1, 1, 1, 1), scores(1, 0, 1, 1))));

    private static ReplyScores scores(double... scores) {
        return new ReplyScores(Arrays.stream(scores).boxed().toList());
    }

    private static SplittableRandom random() {
        return new SplittableRandom(1);
    }

    @Test
    void theShiftIsWhatThePersonasThatGainScoreMoreThanThoseThatLose() {
        ScoreForecast forecast = new ScoreForecast(List.of(WEIGHTS), List.of(scores(0, 1, 0, 0)), List.of(HABITS));

        double expected = -.3 * .25 + .3 * (1 + .75) / 2;
        assertThat(forecast.shift(.95, random()).point()).isCloseTo(expected, within(1e-12));
        assertThat(forecast.after(.95, random()).point()).isCloseTo(.25 + expected, within(1e-12));
        assertThat(forecast.afterUnder(BEFORE)).isCloseTo(.25, within(1e-12));
    }

    @Test
    void severalQuestionsCountAlike() {
        CastScores never = new CastScores(List.of(List.of(scores(0)), List.of(scores(0), scores(0))));
        ScoreForecast one = new ScoreForecast(List.of(WEIGHTS), List.of(scores(0)), List.of(HABITS));
        ScoreForecast two =
                new ScoreForecast(List.of(WEIGHTS, WEIGHTS), List.of(scores(0), scores(1)), List.of(HABITS, never));

        assertThat(two.before()).isEqualTo(.5);
        assertThat(two.shift(.95, random()).point())
                .isCloseTo(one.shift(.95, random()).point() / 2, within(1e-12));
    }

    @Test
    void drawsOfYesAndNoFollowJeffreysPosterior() {
        // Beta(3 + 1/2, 5 + 1/2) has mean 3.5/9 and variance 3.5 * 5.5 / (81 * 10).
        ReplyScores counted = scores(1, 1, 1, 0, 0, 0, 0, 0);
        SplittableRandom random = random();
        double[] draws = IntStream.range(0, 100_000)
                .mapToDouble(i -> counted.drawn(random))
                .toArray();
        double mean = Arrays.stream(draws).average().orElseThrow();
        double variance = Arrays.stream(draws)
                .map(draw -> (draw - mean) * (draw - mean))
                .average()
                .orElseThrow();

        // Four standard errors of the mean and of the variance of 100,000 draws, which are near enough to normal.
        assertThat(mean).isCloseTo(3.5 / 9, within(4 * Math.sqrt(.0238 / 1e5)));
        assertThat(variance).isCloseTo(3.5 * 5.5 / 810, within(4 * .0238 * Math.sqrt(2 / 1e5)));
    }

    @Test
    void whatNoReplyShowedIsNotTakenToBeImpossible() {
        ReplyScores never = scores(0, 0, 0, 0, 0, 0, 0, 0);
        CastScores nobody = new CastScores(List.of(List.of(never), List.of(never)));
        Estimate after = new ScoreForecast(List.of(WEIGHTS), List.of(never), List.of(nobody)).after(.95, random());

        assertThat(after.point()).isZero();
        assertThat(after.interval().high()).isBetween(.05, .5);
    }

    @Test
    void moreRepliesNarrowTheInterval() {
        assertThat(width(64)).isBetween(.4 * width(16), .6 * width(16)); // half, as the root of their number has it
    }

    private static double width(int replies) {
        List<Double> half =
                IntStream.range(0, replies).mapToObj(i -> (double) (i % 2)).toList();
        CastScores cast = new CastScores(List.of(List.of(new ReplyScores(half)), List.of(new ReplyScores(half))));
        return new ScoreForecast(List.of(WEIGHTS), List.of(new ReplyScores(half)), List.of(cast))
                .after(.95, random())
                .interval()
                .width();
    }

    @Test
    void whatDoesNotFitTogetherIsRefused() {
        assertThatThrownBy(() -> scores(.5, 1.5)).hasMessageContaining("scored 1.5");
        assertThatThrownBy(() -> scores()).hasMessageContaining("at least one");
        assertThatThrownBy(() -> new ScoreForecast(List.of(WEIGHTS), List.of(), List.of(HABITS)))
                .hasMessageContaining("0 questions and the personas 1");
        CastScores alone = new CastScores(List.of(List.of(scores(1))));
        assertThatThrownBy(() -> new ScoreForecast(List.of(WEIGHTS), List.of(scores(1)), List.of(alone)))
                .hasMessageContaining("1 personas were scored where 2 have weights");
    }
}
