package org.dramatis.core.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.dramatis.core.evidence.EvidenceMatrix;
import org.dramatis.core.number.Estimate;
import org.dramatis.core.number.Interval;
import org.dramatis.core.number.LogVector;
import org.dramatis.core.number.Measured;
import org.dramatis.core.number.Weights;
import org.junit.jupiter.api.Test;

class ExplainedShareTest {
    private static TunedReply reply(String prompt, double logTuned, double logBase, double... logPersonas) {
        return new TunedReply(prompt, logTuned, logBase, LogVector.of(logPersonas), 2);
    }

    /** The weights do not matter where the personas agree, so both divergences can be added by hand. */
    @Test
    void aHandComputedCase() {
        ExplainedShare share = ExplainedShare.of(
                List.of(
                        reply("a", -1, -5, -2, -2),
                        reply("b", -1, -4, -1.5, -1.5),
                        reply("a", -2, -6, -2, -2),
                        reply("c", -1, -4.5, -2.5, -2.5)),
                _ -> Weights.uniform(2),
                2,
                0.95);
        assertThat(share.divergenceFromMixture()).isCloseTo((1 + 0.5 + 0 + 1.5) / 4, within(1e-12));
        assertThat(share.divergenceFromBase()).isCloseTo((4 + 3 + 4 + 3.5) / 4, within(1e-12));
        assertThat(share.residual().point()).isCloseTo(3 / Math.log(2) / 8, within(1e-12));
        assertThat(share.explainResidual().value()).isCloseTo(share.residual().point(), within(1e-14));
        assertThat(share.prompts()).isEqualTo(3);
        assertThat(share.replies()).isEqualTo(4);
    }

    /** With a million replies only the sampling error of the mean is left, well below 0.02. */
    @Test
    void findsTheEnumeratedShareInMuchData() {
        Replies world = new Replies(0.3);
        ExplainedShare share = ExplainedShare.of(world.sample(20_000, new SplittableRandom(1)), Replies::fit, 5, 0.95);
        assertThat(share.share().orElseThrow().point()).isCloseTo(world.truth(), within(0.02));
        assertThat(share.divergenceFromBase()).isCloseTo(world.divergenceFromBase(), within(0.02));
        assertThat(share.explain().orElseThrow().value())
                .isCloseTo(share.share().orElseThrow().point(), within(1e-12));
    }

    @Test
    void aPureMixtureIsExplainedWhole() {
        Replies world = new Replies(0);
        assertThat(world.truth()).isCloseTo(1, within(1e-6));
        Estimate share = ExplainedShare.of(world.sample(200, new SplittableRandom(2)), Replies::fit, 5, 0.95)
                .share()
                .orElseThrow();
        assertThat(share.interval().contains(1)).isTrue();
        assertThat(share.interval().low()).isGreaterThan(0.8);
    }

    @Test
    void theMixtureOfAPromptIsFittedWithoutIt() {
        List<TunedReply> replies = new ArrayList<>();
        for (int prompt = 0; prompt < 6; prompt++) {
            replies.add(reply("prompt " + prompt, -1, -2 - prompt, -3 - prompt, -4));
            replies.add(reply("prompt " + prompt, -1, -2 - prompt, -3 - prompt, -5));
        }
        List<EvidenceMatrix> fitted = new ArrayList<>();
        ExplainedShare.of(
                replies,
                matrix -> {
                    fitted.add(matrix);
                    return Weights.uniform(2);
                },
                3,
                0.95);
        assertThat(fitted).hasSize(4);
        assertThat(fitted.getLast().rows()).isEqualTo(12);
        for (int fold = 0; fold < 3; fold++) {
            EvidenceMatrix matrix = fitted.get(fold);
            assertThat(matrix.rows()).isEqualTo(8);
            for (int row = 0; row < matrix.rows(); row++) {
                long prompt = -3 - Math.round(matrix.logLikelihood(row, 0));
                assertThat(prompt % 3).isNotEqualTo(fold);
            }
        }
    }

    @Test
    void aModelThatDidNotChangeHasNoShare() {
        SplittableRandom random = new SplittableRandom(3);
        List<TunedReply> replies = new ArrayList<>();
        for (int prompt = 0; prompt < 50; prompt++) {
            replies.add(reply("prompt " + prompt, -3 + 0.1 * random.nextGaussian(), -3, -4, -5));
        }
        ExplainedShare same = ExplainedShare.of(replies, Replies::fit, 5, 0.95);
        assertThatThrownBy(() -> same.share().orElseThrow())
                .hasMessageStartingWith(
                        "the tuned model does not differ measurably from its base: their divergence is ")
                .hasMessageEndingWith(" nats a prompt, which does not clear 0 at level 0.95");
        assertThat(same.explain()).isInstanceOf(Measured.Unmeasurable.class);
        assertThat(same.against(same)).isEqualTo(same.share());
    }

    @Test
    void repliesOfTheBaseModelAreNotTakenForThoseOfTheTuned() {
        List<TunedReply> replies = new ArrayList<>();
        for (int prompt = 0; prompt < 5; prompt++) {
            replies.add(reply("prompt " + prompt, -9 - 0.1 * prompt, -3, -4, -5));
        }
        assertThatThrownBy(() -> ExplainedShare.of(replies, Replies::fit, 5, 0.95)
                        .share()
                        .orElseThrow())
                .hasMessageContaining("likelier under the base")
                .hasMessageContaining("6.2 nats a prompt: they must be sampled from the tuned model");
    }

    @Test
    void aControlIsSubtracted() {
        ExplainedShare tuned = measured(0.8, 0.7, 0.9);
        ExplainedShare control = measured(0.1, 0.0, 0.2);
        Estimate difference = tuned.against(control).orElseThrow();
        assertThat(difference.point()).isCloseTo(0.7, within(1e-12));
        assertThat(difference.interval().width()).isCloseTo(2 * Math.hypot(0.1, 0.1), within(1e-12));
        ExplainedShare same =
                new ExplainedShare(0, 0, Measured.unmeasurable("it did not change"), control.residual(), 9, 9, 40);
        assertThatThrownBy(() -> tuned.against(same).orElseThrow()).hasMessage("of the control run, it did not change");
        assertThatThrownBy(() -> same.against(tuned).orElseThrow()).hasMessage("it did not change");
    }

    private static ExplainedShare measured(double point, double low, double high) {
        Estimate estimate = new Estimate(point, new Interval(low, high, 0.95));
        return new ExplainedShare(1 - point, 1, Measured.known(estimate), estimate, 9, 9, 40);
    }

    @Test
    void refusesWhatCannotBeCompared() {
        List<TunedReply> three = List.of(reply("a", -1, -2, -3), reply("b", -1, -2, -3), reply("b", -1, -2, -3));
        assertThatThrownBy(() -> ExplainedShare.of(three, Replies::fit, 3, 0.95))
                .hasMessage("3 folds of 2 prompts: ask for 2 or more, and for no more than there are prompts");
        assertThatThrownBy(() -> ExplainedShare.of(List.of(), Replies::fit, 2, 0.95))
                .hasMessageStartingWith("2 folds of 0 prompts");
        double impossible = Double.NEGATIVE_INFINITY;
        assertThatThrownBy(() -> ExplainedShare.of(
                        List.of(reply("a", -1, -2, -3, impossible), reply("b", -1, -2, impossible, -3)),
                        Replies::fit,
                        2,
                        0.95))
                .hasMessageStartingWith("a reply to 'a' is impossible under the mixture");
        assertThatThrownBy(() -> new TunedReply("a", -1, -2, LogVector.of(-3), 0))
                .hasMessage("a reply to 'a' has 0 tokens");
        assertThatThrownBy(() -> ExplainedShare.of(three, Replies::fit, 2, 95)).hasMessageContaining("level is 95.0");
        assertThatThrownBy(() -> reply("a", -1, impossible, -3))
                .hasMessage(
                        "a reply to 'a' has log-probability -1.0 under the tuned model and -Infinity under the base:"
                                + " both must be finite");
    }
}
