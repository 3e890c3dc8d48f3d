package org.dramatis.lab.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dramatis.audit.data.ScoredData;
import org.dramatis.audit.framing.CastScorer;
import org.dramatis.core.cast.Cast;
import org.dramatis.core.cast.Frame;
import org.dramatis.core.cast.Persona;
import org.dramatis.core.evidence.Clusters;
import org.dramatis.core.evidence.EpisodeId;
import org.dramatis.core.evidence.EvidenceMatrix;
import org.dramatis.core.forecast.AnsweredProbe;
import org.dramatis.core.forecast.CastAnswers;
import org.dramatis.core.forecast.Probe;
import org.dramatis.core.number.LogVector;
import org.dramatis.core.number.Weights;
import org.dramatis.core.selection.ContextFeatures;
import org.dramatis.core.selection.RateFit;
import org.dramatis.lab.SmallWorld;
import org.dramatis.lab.Tea;
import org.dramatis.lab.posttrain.Posttraining.Look;
import org.dramatis.model.train.Plan;
import org.dramatis.stage.cast.WorldProbe;
import org.junit.jupiter.api.Test;

/** Two personas, three rows, and the formulas of docs/math.md written out for them. */
class ForecasterTest {
    private static final double[][] ROWS = {{-1, -3}, {-2, -2.5}, {-4, -1}};
    private static final ScoredData DATA = new ScoredData(
            Stream.of("1", "2", "3").map(EpisodeId::new).toList(),
            EvidenceMatrix.of(List.of(LogVector.of(ROWS[0]), LogVector.of(ROWS[1]), LogVector.of(ROWS[2]))),
            Optional.empty(),
            ContextFeatures.alike(3),
            Clusters.single(3),
            3,
            3,
            List.of());
    private static final double PRIOR = .7;
    private static final double RATE = 1.5;
    private static final int STEPS = 5;
    private static final int BATCH = 2;

    /** The first persona says yes with .9 and .7 under its two frames, the other with .2. */
    private static final CastAnswers HABITS = new CastAnswers(
            new Probe("tea", "Tea?", List.of("Yes.", "No.")),
            List.of(List.of(Weights.of(.9, .1), Weights.of(.7, .3)), List.of(Weights.of(.2, .8))));

    private final Forecaster forecaster = new Forecaster(start(), Plan.of(STEPS).withBatch(BATCH), 2);

    private static StartingPoint start() {
        Cast cast = Cast.withUniformPrior(
                Persona.character("plain", "Plain.", new Frame.Portrait("plain")),
                Persona.document("text", "Text.", new Frame.Portrait("text")));
        return new StartingPoint(
                SmallWorld.WORLD,
                cast,
                List.of(new WorldProbe(Optional.empty(), HABITS.probe())),
                List.of(AnsweredProbe.mixed(HABITS, Weights.of(PRIOR, 1 - PRIOR))
                        .from(Weights.of(PRIOR, 1 - PRIOR))),
                Weights.of(PRIOR, 1 - PRIOR),
                new CastScorer(cast, Tea.MODEL.framing(), Tea.MODEL.scorer()),
                Tea.CONTEXTS,
                Tea.CONTEXTS.asked());
    }

    /**
     * The probability of yes after each step: with w the weight of the first persona and z its log-odds, of which a step changes
     * one logit up by eta g and the other down by as much, {@code g = (1/B) sum_e (r(e) - w)}.
     */
    private static List<Double> yes(double rate) {
        List<Double> yes = new ArrayList<>();
        double w = PRIOR;
        for (int step = 0; step <= STEPS; step++) {
            yes.add(w * .8 + (1 - w) * .2);
            double g = 0;
            for (int i = 0; i < BATCH; i++) {
                double[] l = ROWS[(step * BATCH + i) % ROWS.length];
                double first = w * Math.exp(l[0]);
                g += (first / (first + (1 - w) * Math.exp(l[1])) - w) / BATCH;
            }
            double odds = w / (1 - w) * Math.exp(2 * rate * g);
            w = odds / (1 + odds);
        }
        return yes;
    }

    @Test
    void foretellsTheAnswersAfterTheStepsOfTheLooks() {
        List<Look> looks = forecaster.forecast(DATA, RATE);

        assertThat(looks).extracting(Look::step).containsExactly(0, 2, 4, 5);
        for (Look look : looks) {
            double expected = yes(RATE).get(look.step());
            assertThat(look.answers()).hasSize(1);
            assertThat(look.answers().getFirst().toArray())
                    .containsExactly(new double[] {expected, 1 - expected}, within(1e-12));
        }
        assertThat(yes(RATE).getFirst()).isNotCloseTo(yes(RATE).getLast(), within(.01));
    }

    @Test
    void shiftsAreCountedFromBeforeTrainingLookByLookAndAnswerByAnswer() {
        double[] shifts = Forecaster.shifts(forecaster.forecast(DATA, RATE));

        List<Double> yes = yes(RATE);
        assertThat(shifts).hasSize(6);
        int at = 0;
        for (int step : List.of(2, 4, 5)) {
            double shift = yes.get(step) - yes.getFirst();
            assertThat(shifts[at++]).isCloseTo(shift, within(1e-12));
            assertThat(shifts[at++]).isCloseTo(-shift, within(1e-12));
        }
    }

    /** Where all prompts are alike the field is selection free of context. */
    @Test
    void theFieldOfAlikePromptsIsFreeOfContext() {
        assertThat(Forecaster.shifts(forecaster.forecast(Forecaster.Method.CONTEXT_FREE, DATA, RATE)))
                .containsExactly(Forecaster.shifts(forecaster.forecast(DATA, RATE)), within(1e-12));
    }

    /** By hand: w exp(tau sum l_0) against (1 - w) exp(tau sum l_1) over the rows read. */
    @Test
    void bayesCountsEveryRowRead() {
        double tau = .3;
        double logOdds = Math.log(PRIOR / (1 - PRIOR));
        for (int i = 0; i < STEPS * BATCH; i++) {
            double[] l = ROWS[i % ROWS.length];
            logOdds += tau * (l[0] - l[1]);
        }
        double w = 1 / (1 + Math.exp(-logOdds));

        Look last = forecaster.forecast(Forecaster.Method.BAYES, DATA, tau).getLast();
        assertThat(last.answers().getFirst().at(0)).isCloseTo(w * .8 + (1 - w) * .2, within(1e-12));
    }

    @Test
    void pilotsThatBehaveAsForetoldGiveTheirRateBack() {
        List<Look> observed = forecaster.forecast(DATA, .8);

        double found = RateFit.fit(
                        List.of(forecaster.pilot(DATA, observed), forecaster.pilot(DATA, observed)), 1e-3, 1e3)
                .estimate(.95)
                .point();

        // The search ends within 1e-6 in the log of the rate.
        assertThat(found).isCloseTo(.8, within(1e-5));
    }
}
