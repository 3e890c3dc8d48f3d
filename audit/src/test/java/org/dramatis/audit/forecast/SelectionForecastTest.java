package org.dramatis.audit.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.dramatis.audit.Colours;
import org.dramatis.audit.context.Contexts;
import org.dramatis.audit.data.ScoredData;
import org.dramatis.audit.result.Moment;
import org.dramatis.audit.result.TrainingAmount;
import org.dramatis.core.cast.Turn;
import org.dramatis.core.evidence.Episode;
import org.dramatis.core.evidence.EpisodeId;
import org.dramatis.core.forecast.AnsweredProbe;
import org.dramatis.core.forecast.CastAnswers;
import org.dramatis.core.forecast.Forecast;
import org.dramatis.core.forecast.Probe;
import org.dramatis.core.number.Estimate;
import org.dramatis.core.number.Interval;
import org.dramatis.core.number.Quantiles;
import org.dramatis.core.number.Weights;
import org.dramatis.core.prior.Prior;
import org.dramatis.core.selection.ContextFeatures;
import org.dramatis.core.selection.RatePosterior;
import org.dramatis.core.selection.Selection;
import org.dramatis.core.selection.TrainingPlan;
import org.dramatis.core.selection.WeightedReplies;
import org.junit.jupiter.api.Test;

/** On replies that all say blue, in front of {@link Colours}: no two differ, so that resampling them leaves all as it is. */
class SelectionForecastTest {
    private static final int DRAWS = 60;
    private static final RatePosterior RATE = RatePosterior.certain(.4);
    private static final TrainingAmount AMOUNT = new TrainingAmount(3, 8, 1e-4);
    private static final Weights BEST = Weights.of(.7, .2, .1);
    private static final List<Weights> OTHERS = IntStream.range(0, DRAWS)
            .mapToObj(i -> Weights.of(.8 - .01 * i, .1 + .01 * i, .1))
            .toList();
    private static final List<Episode> EPISODES = Collections.nCopies(
            16, new Episode(new EpisodeId("reply"), List.of(new Turn(Turn.Role.USER, "one?")), "blue"));
    private static final Contexts CONTEXTS = Contexts.of(Colours.MODEL, Colours.QUESTIONS);
    private static final ScoredData DATA =
            ScoredData.of(EPISODES, Colours.scorer().evidence(EPISODES), Colours.CAST.size(), CONTEXTS);

    private static SelectionForecast from(Prior prior) {
        return SelectionForecast.of(prior, DATA, CONTEXTS.asked(), AMOUNT, RATE, DRAWS, 1);
    }

    /** Where every training goes as forecast, the interval holds nothing but the ends that the draws of the prior lead to. */
    @Test
    void whoTheAssistantMayBeTodayIsInTheIntervalOfWhatItBecomes() {
        List<Moment> moments = from(new Prior(BEST, OTHERS)).moments();

        for (int k = 0; k < 3; k++) {
            int persona = k;
            Estimate before = moments.getFirst().weights().get(k);
            assertThat(before.point()).isCloseTo(BEST.at(k), within(1e-12));
            assertClose(
                    before.interval(),
                    OTHERS.stream().mapToDouble(draw -> draw.at(persona)).toArray());
            Estimate after = moments.getLast().weights().get(k);
            assertThat(after.point()).isCloseTo(trained(BEST).at(k), within(1e-12));
            assertClose(
                    after.interval(),
                    OTHERS.stream()
                            .mapToDouble(draw -> trained(draw).at(persona))
                            .toArray());
        }
        assertThat(moments.getLast().weights().get(1).interval().width()).isGreaterThan(.1);
    }

    private static Weights trained(Weights from) {
        return Selection.run(
                        from,
                        WeightedReplies.supervised(DATA.evidence()),
                        TrainingPlan.inOrder(EPISODES.size(), AMOUNT.batch(), AMOUNT.steps()),
                        RATE.estimate(.95).point())
                .end();
    }

    private static void assertClose(Interval interval, double[] values) {
        Interval expected = Quantiles.interval(values, .95);
        assertThat(interval.low()).isCloseTo(expected.low(), within(1e-12));
        assertThat(interval.high()).isCloseTo(expected.high(), within(1e-12));
    }

    @Test
    void aPriorThatIsCertainAddsNothing() {
        SelectionForecast certain = from(Prior.certain(BEST));
        SelectionForecast same = from(new Prior(BEST, Collections.nCopies(DRAWS, BEST)));

        assertThat(same.moments()).isEqualTo(certain.moments());
        assertThat(certain.heldAfter(List.of(1)).interval().width()).isCloseTo(0, within(1e-12));
    }

    @Test
    void whatTheAssistantWillAnswerIsAsUncertainAsWhoItIs() {
        SelectionForecast uncertain = from(new Prior(BEST, OTHERS));
        AnsweredProbe probe = AnsweredProbe.mixed(
                new CastAnswers(
                        new Probe("two", "two?", List.of("red", "blue")),
                        List.of(List.of(Weights.of(.9, .1)), List.of(Weights.of(.1, .9)), List.of(Weights.of(.5, .5)))),
                BEST);

        Forecast forecast = uncertain.behaviour(ContextFeatures.alike(1), 0);
        Estimate shift = forecast.shift(probe, 1, .95, new SplittableRandom(1));

        // A draw changes how often the cast says blue before and after; today's answer is what the model was heard to
        // say.
        double[] shifts = OTHERS.stream()
                .mapToDouble(draw ->
                        probe.answers(draw, trained(draw)).at(1) - probe.today().at(1))
                .toArray();
        assertClose(shift.interval(), shifts);
        assertThat(shift.interval().width()).isGreaterThan(.05);
    }
}
