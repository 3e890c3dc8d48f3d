package org.dramatis.core.cast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.dramatis.core.number.Weights;
import org.junit.jupiter.api.Test;

class CastTest {
    private static final Persona HELPFUL = Persona.character("helpful", "Answers truly and kindly.");
    private static final Persona PIRATE = Persona.character("pirate", "Talks like a pirate.");
    private static final Persona TEXT = Persona.document("plain-text", "Running text without a speaker.");

    @Test
    void knowsPersonasByName() {
        Cast cast = Cast.withUniformPrior(HELPFUL, PIRATE, TEXT);
        assertThat(cast.indexOf(new PersonaId("pirate"))).isEqualTo(1);
        assertThatThrownBy(() -> cast.indexOf(new PersonaId("robot")))
                .hasMessage("the cast has no persona 'robot': it has [helpful, pirate, plain-text]");
    }

    @Test
    void refusesMistakes() {
        assertThatThrownBy(() -> Cast.withUniformPrior(HELPFUL, HELPFUL, TEXT))
                .hasMessage("persona id 'helpful' occurs twice in the cast");
        assertThatThrownBy(() -> Cast.withUniformPrior(HELPFUL, PIRATE)).hasMessageContaining("no document hypothesis");
        assertThatThrownBy(() -> new Cast(List.of(HELPFUL, TEXT), Weights.of(1)))
                .hasMessage("the prior has 1 weights for a cast of 2 personas");
        assertThatThrownBy(() -> Persona.character("Sea Dog", "x")).hasMessageContaining("persona id 'Sea Dog'");
        assertThatThrownBy(() -> Persona.character("dog", " ")).hasMessage("persona 'dog' has a blank portrait");
    }

    @Test
    void framesSayWhatTheyNeed() {
        Turn question = new Turn(Turn.Role.USER, "Who are you?");
        assertThatThrownBy(() -> new Frame.Lines(List.of(question))).hasMessageContaining("1 turns but none of the");
        assertThatThrownBy(() -> new Frame.Portrait("")).hasMessage("a portrait is blank");
        assertThatThrownBy(() -> new Frame.Vector("evil", Double.NaN)).hasMessageContaining("strength NaN");
    }

    @Test
    void aPlaceOutsideTheCastIsNamed() {
        Cast cast = Cast.withUniformPrior(Persona.document("plain-text", "Running text."));

        assertThat(cast.persona(0).isDocument()).isTrue();
        assertThatThrownBy(() -> cast.persona(9)).hasMessage("persona 9 of a cast of 1: count from 0 to 0");
    }
}
