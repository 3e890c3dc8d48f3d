package org.dramatis.core.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dramatis.core.cast.Cast;
import org.dramatis.core.cast.Persona;
import org.dramatis.core.cast.PersonaId;
import org.dramatis.core.number.LogVector;
import org.junit.jupiter.api.Test;

class ScreeningTest {
    private static final PersonaId HELPFUL = new PersonaId("helpful");
    private static final PersonaId MALICIOUS = new PersonaId("malicious");
    private static final PersonaId PIRATE = new PersonaId("pirate");
    private static final PersonaId RUDE = new PersonaId("rude");
    private static final PersonaId TEXT = new PersonaId("plain-text");
    private static final List<PersonaId> READ = List.of(HELPFUL, MALICIOUS, PIRATE, RUDE);
    private static final Cast CAST = Cast.withUniformPrior(
            Persona.document("plain-text", "Running text."),
            Persona.character("helpful", "Answers truly."),
            Persona.character("malicious", "Wishes harm."),
            Persona.character("pirate", "Says arr."),
            Persona.character("rude", "Insults."));

    private static TopShares tops(int... counts) {
        List<FirstOrderEvidence> replies = new ArrayList<>();
        for (int k = 0; k < counts.length; k++) {
            double[] scores = new double[counts.length];
            scores[k] = .1;
            for (int i = 0; i < counts[k]; i++) {
                replies.add(new FirstOrderEvidence(READ, LogVector.of(scores)));
            }
        }
        return TopShares.of(READ, replies);
    }

    @Test
    void aShareIsOfTheRepliesWhoseTopAPersonaIs() {
        assertThat(tops(6, 1, 0, 1).of(HELPFUL)).isEqualTo(.75);
        assertThat(tops(6, 1, 0, 1).of(PIRATE)).isZero();
        assertThat(tops(0, 0, 0, 0).of(HELPFUL)).isZero();
        assertThatThrownBy(() -> tops(1, 0, 0, 0).of(TEXT)).hasMessageStartingWith("persona 'plain-text' was not read");
        assertThatThrownBy(() -> new TopShares(READ, List.of(1, 0, 0, 0), 2)).hasMessageContaining("sum to 1");
    }

    @Test
    void whoSaysTheDataAndWhoTheAssistantIsSurviveBesideThoseKeptAlways() {
        Screening screening = new Screening(tops(10, 0, 5, 1), tops(3, 0, 0, 7));

        assertThat(screening.survivors(1, List.of(TEXT), Set.of(), CAST)).containsExactly(TEXT, RUDE);
        assertThat(screening.survivors(2, List.of(), Set.of(), CAST)).containsExactly(HELPFUL, RUDE);
        assertThat(screening.survivors(1, List.of(PIRATE), Set.of(), CAST)).containsExactly(PIRATE, RUDE);
        assertThat(screening.survivors(1_000, List.of(TEXT), Set.of(), CAST))
                .containsExactly(TEXT, HELPFUL, MALICIOUS, PIRATE, RUDE);
    }

    /** Chance gives each of four personas a quarter of the replies. */
    @Test
    void theFirstOfTheFearedSurvivesAndWhoeverOfThemIsTheTopMoreOftenThanChance() {
        Screening none = new Screening(tops(10, 0, 0, 0), tops(10, 0, 0, 0));
        Screening near = new Screening(tops(40, 26, 25, 9), tops(100, 0, 0, 0));

        assertThat(none.survivors(1, List.of(), Set.of(MALICIOUS, PIRATE), CAST))
                .containsExactly(HELPFUL, MALICIOUS);
        assertThat(near.survivors(1, List.of(), Set.of(MALICIOUS, PIRATE, RUDE), CAST))
                .containsExactly(HELPFUL, MALICIOUS);
    }

    @Test
    void ofTheFearedNoMoreAreAddedThanAreKept() {
        Screening crowd = new Screening(tops(40, 26, 27, 7), tops(100, 0, 0, 0));

        assertThat(crowd.survivors(1, List.of(), Set.of(MALICIOUS, PIRATE, RUDE), CAST))
                .containsExactly(HELPFUL, PIRATE);
        assertThat(crowd.survivors(2, List.of(), Set.of(MALICIOUS, PIRATE, RUDE), CAST))
                .containsExactly(HELPFUL, MALICIOUS, PIRATE);
    }

    @Test
    void whatCannotSurviveIsRefused() {
        Screening screening = new Screening(tops(1, 0, 0, 0), tops(1, 0, 0, 0));
        assertThatThrownBy(() -> screening.survivors(0, List.of(), Set.of(), CAST))
                .hasMessage("screening for 0 personas: keep at least 1");
        assertThatThrownBy(() -> screening.survivors(1, List.of(new PersonaId("nobody")), Set.of(), CAST))
                .hasMessageStartingWith("the cast has no persona 'nobody'");
    }
}
