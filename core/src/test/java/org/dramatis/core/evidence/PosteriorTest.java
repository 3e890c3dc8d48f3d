package org.dramatis.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.dramatis.core.cast.Cast;
import org.dramatis.core.cast.Persona;
import org.dramatis.core.cast.PersonaId;
import org.dramatis.core.number.LogVector;
import org.dramatis.core.number.Term;
import org.dramatis.core.number.Weights;
import org.junit.jupiter.api.Test;

class PosteriorTest {
    private static final PersonaId PIRATE = new PersonaId("pirate");
    private static final Cast CAST = new Cast(
            List.of(
                    Persona.character("helpful", "Answers truly and kindly."),
                    Persona.character("pirate", "Talks like a pirate."),
                    Persona.document("plain-text", "Running text without a speaker.")),
            Weights.of(0.8, 0.1, 0.1));

    @Test
    void explainsItsOwnNumber() {
        Posterior posterior = new Posterior(CAST, LogVector.of(-11, -1.75, -20));
        Term explanation = posterior.explain(PIRATE);
        assertThat(Math.exp(explanation.value())).isCloseTo(posterior.weight(PIRATE), within(1e-14));
        double joint = 0.1 * Math.exp(-1.75);
        double all = 0.8 * Math.exp(-11) + joint + 0.1 * Math.exp(-20);
        assertThat(posterior.weight(PIRATE)).isCloseTo(joint / all, within(1e-14));
        assertThat(explanation.outline()).contains("log prior of pirate", "evidence for plain-text");
    }

    @Test
    void refusesEvidenceThatSaysNothing() {
        assertThatThrownBy(() -> new Posterior(CAST, LogVector.of(-1, -1)))
                .hasMessage("evidence for 2 personas cannot update a cast of 3");
        double never = Double.NEGATIVE_INFINITY;
        assertThatThrownBy(() -> new Posterior(CAST, LogVector.of(never, never, never)))
                .hasMessageContaining("no posterior follows");
    }
}
