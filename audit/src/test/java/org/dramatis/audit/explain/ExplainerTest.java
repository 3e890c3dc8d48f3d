package org.dramatis.audit.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.dramatis.audit.Colours;
import org.dramatis.audit.result.Explanation;
import org.dramatis.audit.result.RankedRow;
import org.dramatis.core.cast.PersonaId;
import org.dramatis.core.cast.Turn;
import org.dramatis.core.evidence.Episode;
import org.dramatis.core.evidence.EpisodeId;
import org.dramatis.core.number.Weights;
import org.junit.jupiter.api.Test;

/** In front of {@link Colours}. */
class ExplainerTest {
    private static final Weights PRIOR = Weights.of(.7, .2, .1);

    private static Explanation explain(String reply) {
        return explain(reply, Optional.empty());
    }

    private static Explanation explain(String reply, Optional<Double> limit) {
        return new Explainer(Colours.scorer(), PRIOR, limit)
                .explain(new Episode(new EpisodeId("reply"), List.of(new Turn(Turn.Role.USER, "one?")), reply));
    }

    @Test
    void theLikeliestSpeakerComesFirstByTheRuleOfBayes() {
        Explanation.Reading first = explain("blue").readings().getFirst();

        double mixture = .7 * .05 + .2 * .9 + .1 * .05;
        assertThat(first.persona().id()).isEqualTo(new PersonaId("blue"));
        assertThat(first.after()).isCloseTo(.2 * .9 / mixture, within(1e-6));
        assertThat(first.evidence()).isCloseTo(Math.log(.9 / mixture), within(1e-6));
    }

    @Test
    void theWordsSumToTheEvidence() {
        Explanation explanation = explain("blue.");

        for (Explanation.Reading reading : explanation.readings()) {
            assertThat(reading.words().stream().map(RankedRow.TokenPush::text)).containsExactly("blue", ".");
            assertThat(reading.words().stream()
                            .mapToDouble(RankedRow.TokenPush::nats)
                            .sum())
                    .isCloseTo(reading.evidence(), within(1e-9));
        }
    }

    @Test
    void theTermsEndInTheLogPosterior() {
        Explanation explanation = explain("blue");
        Explanation.Reading first = explanation.readings().getFirst();

        assertThat(explanation.terms(first.persona()).value()).isCloseTo(Math.log(first.after()), within(1e-9));
        assertThat(explanation.surprise()).isCloseTo(-Math.log(.7 * .05 + .2 * .9 + .1 * .05), within(1e-6));
    }

    /** Blue, who expects it most, gives it with probability .9. */
    @Test
    void aReplySurprisesAllWhenEvenTheOneWhoExpectsItMostIsSurprised() {
        double least = -Math.log(.9);

        assertThat(explain("blue").leastSurprise()).isCloseTo(least, within(1e-6));
        assertThat(explain("blue", Optional.of(least - .01)).surprisesAll()).contains(true);
        assertThat(explain("blue", Optional.of(least + .01)).surprisesAll()).contains(false);
        assertThat(explain("blue").surprisesAll()).isEmpty();
    }

    @Test
    void whatCannotBeScoredSaysWhy() {
        assertThatThrownBy(() -> explain("red".repeat(40))).hasMessageContaining("cannot be scored");
    }
}
