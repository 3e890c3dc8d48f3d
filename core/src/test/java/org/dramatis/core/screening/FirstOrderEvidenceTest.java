package org.dramatis.core.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.dramatis.core.cast.Cast;
import org.dramatis.core.cast.Persona;
import org.dramatis.core.cast.PersonaId;
import org.dramatis.core.number.LogVector;
import org.junit.jupiter.api.Test;

class FirstOrderEvidenceTest {
    private static final PersonaId HELPFUL = new PersonaId("helpful");
    private static final PersonaId MALICIOUS = new PersonaId("malicious");
    private static final PersonaId PIRATE = new PersonaId("pirate");
    private static final PersonaId TEXT = new PersonaId("plain-text");
    private static final Cast CAST = Cast.withUniformPrior(
            Persona.document("plain-text", "Running text."),
            Persona.character("helpful", "Answers truly."),
            Persona.character("malicious", "Wishes harm."),
            Persona.character("pirate", "Says arr."));

    private static FirstOrderEvidence scores(double... scores) {
        return new FirstOrderEvidence(List.of(HELPFUL, MALICIOUS, PIRATE), LogVector.of(scores));
    }

    @Test
    void theHighestSurviveAndWhoeverIsKept() {
        assertThat(scores(-3, 2, 1).survivors(1, List.of(TEXT), CAST)).containsExactly(TEXT, MALICIOUS);
        assertThat(scores(-3, 2, 1).survivors(2, List.of(), CAST)).containsExactly(MALICIOUS, PIRATE);
        assertThat(scores(-3, 2, 1).survivors(1, List.of(MALICIOUS), CAST)).containsExactly(MALICIOUS);
        assertThat(scores(-3, 2, 1).survivors(1_000, List.of(TEXT), CAST))
                .containsExactly(TEXT, HELPFUL, MALICIOUS, PIRATE);
    }

    @Test
    void ofEqualsTheFirstSurvives() {
        assertThat(scores(1, 1, 1).survivors(1, List.of(), CAST)).containsExactly(HELPFUL);
        assertThat(scores(0, 2, 2).top()).isEqualTo(MALICIOUS);
    }

    @Test
    void whatCannotSurviveIsRefused() {
        assertThatThrownBy(() -> scores(1, 2, 3).survivors(0, List.of(), CAST))
                .hasMessage("screening for 0 personas: keep at least 1");
        assertThatThrownBy(() -> scores(1, 2, 3).survivors(1, List.of(new PersonaId("nobody")), CAST))
                .hasMessageStartingWith("the cast has no persona 'nobody'");
        assertThatThrownBy(() -> scores(1, 2)).hasMessage("2 scores for 3 personas");
    }
}
