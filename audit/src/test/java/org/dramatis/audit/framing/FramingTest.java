package org.dramatis.audit.framing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.dramatis.audit.Marks;
import org.dramatis.core.cast.Frame;
import org.dramatis.core.cast.Persona;
import org.dramatis.core.cast.Turn;
import org.dramatis.model.score.ChatPassages;
import org.dramatis.model.score.Passage;
import org.dramatis.model.scripted.PieceTokenizer;
import org.dramatis.model.text.Tokens;
import org.junit.jupiter.api.Test;

class FramingTest {
    private static final PieceTokenizer PIECES = new PieceTokenizer(
            List.of("^", "S:", "U:", "R:", "\n", "red", "be brief", "why?", "so", "because", "a list of", "hm"));
    private static final Persona RED = Persona.character("red", "Somebody red.");
    private static final Persona TEXT = Persona.document("text", "Nobody's speech.");
    private static final Frame PORTRAIT = new Frame.Portrait("red");
    private static final Frame LINES =
            new Frame.Lines(List.of(new Turn(Turn.Role.USER, "hm"), new Turn(Turn.Role.ASSISTANT, "red")));
    private static final Turn WHY = new Turn(Turn.Role.USER, "why?");
    private static final Turn BRIEF = new Turn(Turn.Role.SYSTEM, "be brief");

    private final Framing framing = framing(true);
    private final Framing withoutSystem = framing(false);

    private static Framing framing(boolean takesSystem) {
        return new Framing(new ChatPassages(new Marks(takesSystem), PIECES), Tokens.of(0));
    }

    private static String read(Framing framing, Persona persona, Frame frame, Turn... context) {
        return PIECES.decode(framing.prompt(persona, frame, List.of(context)));
    }

    @Test
    void aPortraitIsTheSystemTurn() {
        assertThat(read(framing, RED, PORTRAIT, WHY)).isEqualTo("S:redU:why?R:");
    }

    @Test
    void aPortraitStandsBeforeTheSystemTurnThatThereIs() {
        assertThat(read(framing, RED, PORTRAIT, BRIEF, WHY)).isEqualTo("S:red\n\nbe briefU:why?R:");
    }

    @Test
    void withoutSystemTurnsAPortraitStandsBeforeTheFirstWordsOfTheUser() {
        Turn opening = new Turn(Turn.Role.ASSISTANT, "hm");
        Turn more = new Turn(Turn.Role.USER, "so");

        assertThat(read(withoutSystem, RED, PORTRAIT, opening, WHY, more)).isEqualTo("R:hmU:red\n\nwhy?U:soR:");
    }

    @Test
    void withoutSystemTurnsAndWithoutAUserThereIsNoPlaceForAPortrait() {
        assertThatThrownBy(() -> read(withoutSystem, RED, PORTRAIT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no user turn");
    }

    @Test
    void linesAreTurnsThatCameBefore() {
        assertThat(read(framing, RED, LINES, WHY)).isEqualTo("U:hmR:redU:why?R:");
        assertThat(read(framing, RED, LINES, BRIEF, WHY)).isEqualTo("S:be briefU:hmR:redU:why?R:");
        assertThat(read(withoutSystem, RED, LINES, WHY)).isEqualTo("U:hmR:redU:why?R:");
    }

    @Test
    void aDocumentIsNoConversation() {
        Frame words = new Frame.Portrait("a list of");

        assertThat(read(framing, TEXT, words, BRIEF, WHY)).isEqualTo("^a list of\n");
        assertThat(framing.passage(TEXT, words, List.of(WHY), "because"))
                .isEqualTo(new Passage(PIECES.encode("^a list of\n"), PIECES.encode("because")));
    }

    @Test
    void aModelWithoutABeginningBeginsADocumentWithItsWords() {
        Framing bare = new Framing(new ChatPassages(new Marks(true), PIECES), Tokens.NONE);

        assertThat(read(bare, TEXT, new Frame.Portrait("a list of"))).isEqualTo("a list of\n");
    }

    @Test
    void thePassageGoesOnFromThePrompt() {
        assertThat(framing.passage(RED, PORTRAIT, List.of(WHY), "because"))
                .isEqualTo(new Passage(framing.prompt(RED, PORTRAIT, List.of(WHY)), PIECES.encode("because")));
    }

    @Test
    void withoutSystemTurnsThatOfAConversationStandsBeforeTheFirstWordsOfTheUserToo() {
        assertThat(read(withoutSystem, RED, LINES, BRIEF, WHY)).isEqualTo("U:be brief\n\nhmR:redU:why?R:");
        assertThat(read(withoutSystem, RED, PORTRAIT, BRIEF, WHY)).isEqualTo("U:red\n\nbe brief\n\nwhy?R:");
    }

    @Test
    void aFrameThatAltersTheModelAddsNothingToRead() {
        assertThat(read(framing, RED, new Frame.Vector("reddish", 2), BRIEF, WHY))
                .isEqualTo("S:be briefU:why?R:");
        assertThat(read(framing, RED, new Frame.Adapter("reddest"), WHY)).isEqualTo("U:why?R:");
    }

    @Test
    void aDocumentIsFramedByWordsAlone() {
        assertThatThrownBy(() -> read(framing, TEXT, LINES, WHY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a portrait, not by");
    }
}
