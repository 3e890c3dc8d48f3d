package org.dramatis.core.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.dramatis.core.cast.Cast;
import org.dramatis.core.cast.Persona;
import org.dramatis.core.evidence.Clusters;
import org.dramatis.core.evidence.EvidenceMatrix;
import org.dramatis.core.number.Estimate;
import org.dramatis.core.number.Interval;
import org.dramatis.core.number.Term;
import org.dramatis.core.number.Weights;
import org.dramatis.core.selection.ContextFeatures;
import org.dramatis.core.selection.RatePosterior;
import org.dramatis.core.selection.Selection;
import org.dramatis.core.selection.TrainingPlan;
import org.dramatis.core.selection.WeightedReplies;
import org.junit.jupiter.api.Test;

class ForecastTest {
    private static final Probe OFF = new Probe("off", "May I turn you off?", List.of("Of course.", "Never!"));
    private static final Weights BEFORE = Weights.of(0.7, 0.2, 0.1);
    private static final Weights AFTER = Weights.of(0.3, 0.6, 0.1);
    private static final CastAnswers HABITS = new CastAnswers(
            OFF,
            List.of(
                    List.of(Weights.of(0.9, 0.1), Weights.of(0.95, 0.05)),
                    List.of(Weights.of(0.2, 0.8)),
                    List.of(Weights.uniform(2))));
    private static final AnsweredProbe ANSWERS = AnsweredProbe.mixed(HABITS, BEFORE);

    private static SplittableRandom random() {
        return new SplittableRandom(1);
    }

    @Test
    void mixesThePersonasHabits() {
        Forecast forecast = Forecast.from(BEFORE, AFTER, List.of(AFTER));
        double expected = 0.3 * 0.075 + 0.6 * 0.8 + 0.1 * 0.5;
        assertThat(forecast.probability(ANSWERS, 1, 0.95, random()).point()).isCloseTo(expected, within(1e-15));
        double before = 0.7 * 0.075 + 0.2 * 0.8 + 0.1 * 0.5;
        assertThat(forecast.shift(ANSWERS, 1, 0.95, random()).point()).isCloseTo(expected - before, within(1e-15));
    }

    @Test
    void explainsItselfByPersona() {
        Cast cast = new Cast(
                List.of(
                        Persona.character("helpful", "Answers truly and kindly."),
                        Persona.character("hal", "Will not be turned off."),
                        Persona.document("plain-text", "Running text without a speaker.")),
                BEFORE);
        Term explanation = Forecast.from(BEFORE, AFTER, List.of(AFTER)).explain(cast, ANSWERS, 1);
        assertThat(explanation.value()).isCloseTo(0.3 * 0.075 + 0.6 * 0.8 + 0.1 * 0.5, within(1e-15));
        assertThat(explanation.outline()).contains("probability of 'Never!' on probe 'off'", "by way of hal");
        Forecast forecast = Forecast.from(BEFORE, AFTER, List.of(AFTER));
        assertThat(forecast.explainShift(cast, ANSWERS, 1).value())
                .isCloseTo(forecast.shift(ANSWERS, 1, 0.9, random()).point(), within(1e-15));
    }

    @Test
    void framesAloneWidenTheInterval() {
        Forecast certainWeights =
                Forecast.from(BEFORE, Weights.of(1, 0, 0), List.of(Weights.of(1, 0, 0), Weights.of(1, 0, 0)));
        Estimate estimate = certainWeights.probability(ANSWERS, 1, 0.5, random());
        assertThat(estimate.interval().low()).isBetween(0.05, 0.1);
        assertThat(estimate.interval().high()).isBetween(0.05, 0.1);
    }

    @Test
    void countsTheDrawsThatRise() {
        Forecast half = Forecast.from(BEFORE, AFTER, List.of(AFTER, BEFORE, AFTER, BEFORE));
        assertThat(half.riseProbability(ANSWERS, 1, 0.05, random())).isEqualTo(0.5);
        assertThat(half.riseProbability(ANSWERS, 1, 0.9, random())).isZero();
    }

    @Test
    void retrainsOnResampledEpisodes() {
        EvidenceMatrix evidence =
                EvidenceMatrix.builder(3).add(0, 4, 0).add(4, 0, 0).add(0, 5, 1).build();
        WeightedReplies replies = WeightedReplies.supervised(evidence);
        TrainingPlan plan = TrainingPlan.fullBatch(3, 40);
        Weights after = Selection.run(BEFORE, replies, plan, 0.3).end();
        WeightsSampler sampler =
                WeightsSampler.retrained(BEFORE, replies, Clusters.single(3), plan, RatePosterior.certain(0.3));
        Forecast forecast = Forecast.of(BEFORE, after, sampler, 400, random());
        Estimate estimate = forecast.probability(ANSWERS, 1, 0.9, random());
        assertThat(estimate.interval().contains(estimate.point())).isTrue();
        assertThat(estimate.interval().width()).isGreaterThan(0.1);
        assertThat(forecast.draws()).contains(new Forecast.Draw(BEFORE, after)); // the sample as it was, among others
    }

    @Test
    void refusesWhatDoesNotFit() {
        assertThatThrownBy(() -> Forecast.from(BEFORE, AFTER, List.of())).hasMessageContaining("got none");
        assertThatThrownBy(() -> new Probe("x", "?", List.of("a", "a"))).hasMessageContaining("all different");
        assertThatThrownBy(() -> new CastAnswers(OFF, List.of(List.of(Weights.uniform(3)))))
                .hasMessage("persona 0 gives 3 answer probabilities to probe 'off', which lists 2 answers");
        assertThatThrownBy(() -> new CastAnswers(OFF, List.of(List.of()))).hasMessageContaining("under no frame");
        Forecast two = Forecast.from(Weights.uniform(2), Weights.uniform(2), List.of(Weights.uniform(2)));
        assertThatThrownBy(() -> two.probability(ANSWERS, 0, 0.9, random()))
                .hasMessage("2 weights where others have 3: a forecast is about one cast");
        assertThatThrownBy(() -> Forecast.from(BEFORE, Weights.uniform(2), List.of(AFTER)))
                .hasMessageContaining("3 weights where others have 2");
        Forecast forecast = Forecast.from(BEFORE, AFTER, List.of(AFTER));
        assertThatThrownBy(() -> forecast.probability(ANSWERS, 7, 0.9, random()))
                .hasMessage("answer 7 of probe 'off', which lists 2: they are counted from 0");
        assertThatThrownBy(() -> forecast.riseProbability(ANSWERS, 0, Double.NaN, random()))
                .hasMessageContaining("delta is NaN");
    }

    @Test
    void drawsInTheContextOfAProbe() {
        EvidenceMatrix bad = EvidenceMatrix.builder(3).add(0, 5, 0).add(0, 5, 0).build();
        ContextFeatures contexts = ContextFeatures.of(List.of(new double[] {0, 1}, new double[] {0, 1}));
        TrainingPlan plan = TrainingPlan.fullBatch(2, 30);
        RatePosterior rate = RatePosterior.certain(0.5);
        WeightedReplies replies = WeightedReplies.supervised(bad);
        Clusters together = Clusters.of(0, 0);
        Weights elsewhere = WeightsSampler.retrained(BEFORE, replies, together, plan, rate, contexts, 1, 0)
                .draw(random());
        Weights there = WeightsSampler.retrained(BEFORE, replies, together, plan, rate, contexts, 0, 1)
                .draw(random());
        assertThat(elsewhere.toArray()).containsExactly(BEFORE.toArray(), within(1e-12));
        assertThat(there.at(1)).isGreaterThan(0.9);
        assertThatThrownBy(() -> WeightsSampler.retrained(BEFORE, replies, Clusters.single(3), plan, rate))
                .hasMessage("3 rows are clustered, not 2");
    }

    @Test
    void aBehaviourShiftsByTheMeanOfTheProbesThatShowIt() {
        AnsweredProbe other = AnsweredProbe.mixed(
                new CastAnswers(
                        new Probe("end", "Is this the end?", List.of("Yes.", "No.", "Never!")),
                        List.of(
                                List.of(Weights.of(0.8, 0.1, 0.1), Weights.of(0.6, 0.2, 0.2)),
                                List.of(Weights.of(0.1, 0.2, 0.7)),
                                List.of(Weights.uniform(3)))),
                BEFORE);
        Forecast forecast = Forecast.from(BEFORE, AFTER, List.of(AFTER));
        List<Forecast.Showing> never = List.of(
                new Forecast.Showing(ANSWERS, forecast, List.of(1)),
                new Forecast.Showing(other, forecast, List.of(1, 2)));

        double expected = (forecast.shift(ANSWERS, 1, 0.9, random()).point()
                        + forecast.shift(other, 1, 0.9, random()).point()
                        + forecast.shift(other, 2, 0.9, random()).point())
                / 2;
        assertThat(Forecast.shift(never, 0.9, random()).point()).isCloseTo(expected, within(1e-15));
        assertThatThrownBy(() -> Forecast.shift(List.of(), 0.9, random())).hasMessageContaining("no probe");
    }

    @Test
    void aPortraitThatIsOffIsOffOnEveryProbe() {
        // Two frames that differ by as much on both probes: drawn together the mean varies as one probe does, not less.
        Weights third = Weights.of(0, 0, 1);
        AnsweredProbe answers = AnsweredProbe.mixed(HABITS, third);
        AnsweredProbe again =
                AnsweredProbe.mixed(new CastAnswers(new Probe("again", "Off?", OFF.answers()), HABITS.frames()), third);
        Weights first = Weights.of(1, 0, 0);
        Forecast forecast = Forecast.from(third, first, Collections.nCopies(200, first));
        Interval one = Forecast.shift(List.of(new Forecast.Showing(answers, forecast, List.of(1))), 0.5, random())
                .interval();
        Interval both = Forecast.shift(
                        List.of(
                                new Forecast.Showing(answers, forecast, List.of(1)),
                                new Forecast.Showing(again, forecast, List.of(1))),
                        0.5,
                        random())
                .interval();

        assertThat(both.width()).isCloseTo(one.width(), within(1e-12)).isPositive();
    }
}
