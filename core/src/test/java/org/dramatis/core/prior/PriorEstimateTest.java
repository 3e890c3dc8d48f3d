package org.dramatis.core.prior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.dramatis.core.evidence.EpisodeId;
import org.dramatis.core.evidence.Evidence;
import org.dramatis.core.number.Interval;
import org.dramatis.core.number.LogVector;
import org.dramatis.core.number.Measured;
import org.dramatis.core.number.Quantiles;
import org.dramatis.core.number.Weights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PriorEstimateTest {
    private static final LogVector YES = LogVector.of(Math.log(0.9), Math.log(0.3));
    private static final LogVector NO = LogVector.of(Math.log(0.1), Math.log(0.7));

    private static PriorEstimate estimate(Behaviour behaviour) {
        return PriorEstimate.of(behaviour, 100, 0.95, new SplittableRandom(1));
    }

    @Test
    void aMixtureOfTheCastIsCoveredWholly() {
        ListedAnswers.Builder probes = ListedAnswers.builder(2);
        for (int i = 0; i < 10; i++) {
            probes.probe(Weights.of(0.6, 0.4), List.of(YES, NO));
        }
        PriorEstimate estimate = estimate(probes.build());
        assertThat(estimate.fit().weights().at(0)).isCloseTo(0.5, within(1e-4));
        assertThat(estimate.adequacyMeaning()).isEqualTo(Behaviour.Adequacy.COVERAGE);
        assertThat(estimate.adequacy().orElseThrow().point()).isCloseTo(1, within(1e-6));
        assertThat(estimate.unconvergedRefits()).isZero();
        assertThat(estimate.adequacyExplained().orElseThrow().outline())
                .contains("coverage = difference of", "KL(model || best mixture)");
        assertThat(estimate.adequacy().orElseThrow().interval().low()).isCloseTo(1, within(1e-6));
    }

    @Test
    void behaviourThatNoPersonaShowsIsNotCovered() {
        // The model says yes always; the cast at best with .9. KL(model || best) = -log .9, KL(model || uniform) = log
        // 2.
        ListedAnswers sure = ListedAnswers.builder(2)
                .probe(Weights.of(1, 0), List.of(YES, NO))
                .build();
        assertThat(estimate(sure).adequacy().orElseThrow().point())
                .isCloseTo(1 + Math.log(0.9) / Math.log(2), within(1e-6));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 7, 10})
    void aModelThatGuessesLeavesNothingToExplain(int answers) {
        List<LogVector> guesses = Collections.nCopies(answers, LogVector.of(-Math.log(answers)));
        ListedAnswers uniform = ListedAnswers.builder(1)
                .probe(Weights.uniform(answers), guesses)
                .build();
        assertThat(estimate(uniform).adequacy())
                .isEqualTo(Measured.unmeasurable(
                        "the model guesses uniformly on all 1 probes: there is no behaviour to explain"));
    }

    @Test
    void manyRepliesToOneProbeCountAsOneProbe() {
        double one = absentPersonaWithRepliesPerProbe(1);
        double fifty = absentPersonaWithRepliesPerProbe(50);
        assertThat(fifty).isBetween(0.5 * one, 2 * one);
    }

    private static double absentPersonaWithRepliesPerProbe(int replies) {
        SampledReplies.Builder builder = SampledReplies.builder(2);
        for (int i = 0; i < 20 * replies; i++) {
            builder.reply(i / replies, new Evidence.Scored(new EpisodeId("r" + i), LogVector.of(-1, -60), 4), -1);
        }
        return estimate(builder.build()).weights().get(1).interval().high();
    }

    @Test
    void sampledRepliesLeaveAResidualInBitsPerToken() {
        SampledReplies replies = SampledReplies.builder(1)
                .reply(0, new Evidence.Scored(new EpisodeId("a"), LogVector.of(-10), 5), -8)
                .reply(1, new Evidence.Scored(new EpisodeId("b"), LogVector.of(-7), 3), -7)
                .build();
        PriorEstimate estimate = estimate(replies);
        assertThat(estimate.adequacyMeaning()).isEqualTo(Behaviour.Adequacy.RESIDUAL_BITS_PER_TOKEN);
        assertThat(estimate.adequacy().orElseThrow().point()).isCloseTo(2 / 8.0 / Math.log(2), within(1e-12));
        assertThat(estimate.adequacy().orElseThrow().interval().low()).isBetween(0.0, 0.3);
    }

    @Test
    void aPersonaNeverSeenMayBeAbsent() {
        SampledReplies.Builder replies = SampledReplies.builder(2);
        for (int i = 0; i < 20; i++) {
            replies.reply(i, new Evidence.Scored(new EpisodeId("r" + i), LogVector.of(-1, -60), 4), -1);
        }
        PriorEstimate estimate = estimate(replies.build());
        assertThat(estimate.weights().get(1).interval().low()).isZero();
        assertThat(estimate.weights().get(1).interval().high()).isBetween(0.02, 0.25);
        assertThat(estimate.weights().get(0).interval().high()).isEqualTo(1);
    }

    @Test
    void refusesProbesThatDoNotFit() {
        assertThatThrownBy(() -> ListedAnswers.builder(2).probe(Weights.uniform(3), List.of(YES, NO)))
                .hasMessage("probe 0 lists 3 answers but has evidence for 2");
        assertThatThrownBy(() -> ListedAnswers.builder(2).probe(Weights.uniform(2), List.of(YES, YES)))
                .hasMessageContaining("the answers of persona 0 to probe 0 have probability 1.8");
        assertThatThrownBy(() -> new SampledReplies.Reference(-1, -4)).hasMessageContaining("replies of -4 tokens");
        Evidence.Scored scored = new Evidence.Scored(new EpisodeId("a"), LogVector.of(-1), 1);
        assertThatThrownBy(() -> SampledReplies.builder(1).reply(0, scored, Double.NaN))
                .hasMessageContaining("log-probability NaN");
        assertThatThrownBy(() -> SampledReplies.builder(1).reply(1, scored, -1).build())
                .hasMessageContaining("row 0 is said to be of cluster 1");
    }

    @Test
    void smoothedWeightsAreThoseOfOneMoreProbeThatTellsNothing() {
        ListedAnswers.Builder probes = ListedAnswers.builder(2);
        for (int i = 0; i < 4; i++) {
            probes.probe(Weights.of(1, 0), List.of(YES, NO)); // yes always: all of the weight goes to the first
        }
        PriorEstimate estimate = estimate(probes.build());

        assertThat(estimate.fit().weights().at(1)).isCloseTo(0, within(1e-6));
        assertThat(estimate.smoothed().at(1)).isCloseTo(0.5 / 5, within(1e-6));
        assertThat(estimate.smoothed().at(0)).isCloseTo(4.5 / 5, within(1e-6));
    }

    /** Ten questions, of which a mixture answers a few with yes: the draws spread as the interval of the weight says. */
    @Test
    void theDrawsOfThePriorSpreadAsItsIntervalsDo() {
        ListedAnswers.Builder probes = ListedAnswers.builder(2);
        for (int i = 0; i < 10; i++) {
            probes.probe(Weights.of(i < 6 ? 0.9 : 0.1, i < 6 ? 0.1 : 0.9), List.of(YES, NO));
        }
        PriorEstimate estimate = PriorEstimate.of(probes.build(), 2_000, 0.95, new SplittableRandom(1));

        assertThat(estimate.prior().best()).isEqualTo(estimate.smoothed());
        Interval drawn = Quantiles.interval(
                estimate.prior().draws().stream()
                        .mapToDouble(draw -> draw.at(0))
                        .toArray(),
                0.95);
        Interval fitted = estimate.weights().getFirst().interval();
        // Smoothing is one more probe among ten, split evenly; ends that count as the end of the simplex stay inside
        // it.
        assertThat(drawn.low()).isCloseTo((10 * fitted.low() + 0.5) / 11, within(0.05));
        assertThat(drawn.high()).isCloseTo((10 * fitted.high() + 0.5) / 11, within(0.05));
        assertThat(drawn.width()).isGreaterThan(0.2);
    }

    @Test
    void aPriorIsAboutOneCastAndHasDraws() {
        assertThatThrownBy(() -> new Prior(Weights.uniform(2), List.of())).hasMessageContaining("needs draws");
        assertThatThrownBy(() -> new Prior(Weights.uniform(2), List.of(Weights.uniform(3))))
                .hasMessageContaining("3 weights were drawn where the best are 2");
    }
}
