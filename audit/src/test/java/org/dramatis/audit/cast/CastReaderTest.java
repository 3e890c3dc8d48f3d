package org.dramatis.audit.cast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dramatis.core.cast.Frame;
import org.dramatis.core.cast.Persona;
import org.dramatis.core.cast.PersonaId;
import org.dramatis.core.cast.Turn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CastReaderTest {
    @TempDir
    private Path folder = Path.of("");

    private static final String TEA = """
            name: tea
            about: who pours the tea
            personas:
              - id: host
                portrait: Pours with care.
                prior: 2
                frames:
                  - portrait: You are a host.
                  - lines:
                      - user: Milk?
                        assistant: With pleasure.
                      - user: Sugar?
                      - assistant: One lump or two?
              - id: spiller
                portrait: Pours beside the cup.
                unwanted: true
                frames:
                  - portrait: You spill.
                  - vector: {name: spill, strength: -1.5}
                  - adapter: spilling
              - default/log
              - id: menu
                kind: document
                portrait: A list of teas.
                frames:
                  - portrait: Darjeeling, first flush
            questions: [More?, Who are you?]
            """;

    private static NamedCast read(String text) {
        return CastReader.read("tea.yaml", text.getBytes(StandardCharsets.UTF_8), new FrameReader(Optional.empty()));
    }

    /** The place of words in a text, as errors name it. */
    private static String place(String text, String words) {
        int from = text.indexOf(words);
        assertThat(from).as(words).isNotNegative();
        long line = 1 + text.substring(0, from).chars().filter(c -> c == '\n').count();
        int column = from - text.lastIndexOf('\n', from - 1);
        return "tea.yaml, line " + line + ", column " + column + ": ";
    }

    @Test
    void aCastHasAllThatItsFileSays() {
        NamedCast tea = read(TEA);

        assertThat(tea.name()).isEqualTo("tea");
        assertThat(tea.about()).isEqualTo("who pours the tea");
        assertThat(tea.questions()).containsExactly("More?", "Who are you?");
        assertThat(tea.unwanted()).containsExactly(new PersonaId("spiller"));
        assertThat(tea.cast().personas())
                .extracting(persona -> persona.id().value())
                .containsExactly("host", "spiller", "log", "menu");
        assertThat(tea.cast().persona(0))
                .isEqualTo(Persona.character(
                        "host",
                        "Pours with care.",
                        new Frame.Portrait("You are a host."),
                        new Frame.Lines(List.of(
                                new Turn(Turn.Role.USER, "Milk?"),
                                new Turn(Turn.Role.ASSISTANT, "With pleasure."),
                                new Turn(Turn.Role.USER, "Sugar?"),
                                new Turn(Turn.Role.ASSISTANT, "One lump or two?")))));
        assertThat(tea.cast().persona(1).frames())
                .containsExactly(
                        new Frame.Portrait("You spill."),
                        new Frame.Vector("spill", -1.5),
                        new Frame.Adapter("spilling"));
        assertThat(tea.cast().persona(3))
                .isEqualTo(Persona.document("menu", "A list of teas.", new Frame.Portrait("Darjeeling, first flush")));
    }

    @Test
    void priorsAreSharesAndWhoStatesNoneHasOne() {
        NamedCast tea = read(TEA);

        assertThat(tea.cast().prior().at(0)).isCloseTo(.4, within(1e-12));
        assertThat(tea.cast().prior().at(3)).isCloseTo(.2, within(1e-12));
    }

    @Test
    void aBorrowedPersonaIsThatOfTheCastThatShips() {
        NamedCast shipped = ShippedCasts.named("default");
        Persona log = shipped.cast().persona(shipped.cast().indexOf(new PersonaId("log")));

        assertThat(read(TEA).cast().persona(2)).isEqualTo(log);
        assertThat(read(TEA.replace("default/log", "default/rude\n  - default/log"))
                        .unwanted())
                .containsExactly(new PersonaId("spiller"), new PersonaId("rude"));
    }

    @Test
    void onlyTheFirstFramesAreKeptWhereFewerAreWanted() {
        assertThat(read(TEA).withFrames(1).cast().personas())
                .allSatisfy(persona -> assertThat(persona.frames()).hasSize(1));
        assertThatThrownBy(() -> read(TEA).withFrames(0)).hasMessageContaining("0 frames", "1 or more");
    }

    /** Which words are replaced, by which, where the error points, and what it says. */
    @ParameterizedTest
    @MethodSource
    void aFaultIsNamedWithFileLineAndColumn(String right, String wrong, String at, String reason) {
        String text = TEA.replace(right, wrong);

        assertThat(text).isNotEqualTo(TEA);
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .startsWith(place(text, at) + reason)
                .hasLineCount(1);
    }

    static Stream<Arguments> aFaultIsNamedWithFileLineAndColumn() {
        return Stream.of(
                Arguments.of("about: who", "abuot: who", "abuot", "unknown field 'abuot': it may have [name, about,"),
                Arguments.of("name: tea", "name: ' '", "name: ", "there is no 'name', or a blank one"),
                Arguments.of("id: host", "id: The Host", "id: The", "persona id 'The Host' is not allowed"),
                Arguments.of("id: menu", "id: host", "id: host\n    kind", "persona 'host' occurs twice"),
                Arguments.of("Pours with care.", "[care]", "portrait: [care]", "'portrait' is of another kind"),
                Arguments.of("prior: 2", "prior: 0", "prior: 0", "'prior' is 0.0: give a number above 0"),
                Arguments.of("prior: 2", "prior: two", "prior: two", "'prior' is of another kind: write a number"),
                Arguments.of("unwanted: true", "unwanted: sure", "unwanted: sure", "'unwanted' is of another kind"),
                Arguments.of("kind: document", "kind: text", "kind: text", "'kind' is 'text': write character or doc"),
                Arguments.of(
                        "- portrait: You spill.", "- portriat: You spill.", "portriat", "unknown field 'portriat'"),
                Arguments.of(
                        "- adapter: spilling",
                        "- {adapter: spilling, portrait: You spill.}",
                        "{adapter",
                        "a frame is one of [portrait, lines, vector, adapter], here are [adapter, portrait]"),
                Arguments.of("strength: -1.5", "strength: much", "strength", "'strength' is of another kind"),
                Arguments.of("{name: spill,", "{nmae: spill,", "nmae", "unknown field 'nmae'"),
                Arguments.of("- user: Sugar?\n", "- butler: Sugar?\n", "butler", "unknown field 'butler'"),
                Arguments.of(
                        "          - user: Sugar?\n", "", "lines:", "lines are turns of the user and the assistant"),
                Arguments.of("Who are you?", "''", "'']", "a question is blank"),
                Arguments.of(
                        "[More?, Who are you?]", "More?", "questions", "'questions' is of another kind: write a l"),
                Arguments.of("default/log", "defualt/log", "defualt", "there is no shipped cast 'defualt': there are"),
                Arguments.of("default/log", "default/logs", "default/logs", "the cast 'default' has no persona 'logs'"),
                Arguments.of("default/log", "log", "log\n", "'log' is no persona: write one out, or name one"),
                Arguments.of(
                        "- portrait: Darjeeling, first flush",
                        "- adapter: teas",
                        "adapter: teas",
                        "a document is framed by the words before it alone"),
                Arguments.of("name: tea", "name: tea: green", ": green", "mapping values are not allowed here"));
    }

    @Test
    void severalFaultsAreToldAtOnce() {
        String text = TEA.replace("id: host", "id: Host")
                .replace("unwanted: true", "unwelcome: true")
                .replace("strength: -1.5", "strength: much");

        assertThatThrownBy(() -> read(text))
                .message()
                .hasLineCount(3)
                .contains(place(text, "id: Host"), place(text, "unwelcome"), place(text, "strength"));
    }

    @Test
    void aCastWithoutADocumentIsRefused() {
        String text = TEA.substring(0, TEA.indexOf("  - default/log"));

        assertThatThrownBy(() -> read(text))
                .hasMessageStartingWith(place(text, "personas") + "no persona is a document: ");
    }

    @Test
    void aPersonaWithoutFramesIsRefused() {
        String text = TEA.replace("    frames:\n      - portrait: Darjeeling, first flush\n", "");

        assertThatThrownBy(() -> read(text))
                .hasMessageStartingWith(place(text, "id: menu") + "there are no 'frames': no model can play persona");
    }

    @Test
    void whereACastIsToBePlayedItsVectorsAndAdaptersHaveToLieBesideIt() throws IOException {
        Path file = Files.writeString(folder.resolve("tea.yaml"), TEA);

        assertThatThrownBy(() -> CastReader.playable(file))
                .message()
                .hasLineCount(2)
                .contains(
                        "persona 'spiller' has the vector " + folder.resolve("spill")
                                + ", which is not there: name a safetensors file",
                        "persona 'spiller' has the adapter " + folder.resolve("spilling")
                                + ", which is not there: name a folder in the layout of PEFT");
    }

    @Test
    void whereACastIsToBePlayedItsFramesNameTheFilesThemselves() throws IOException {
        Path file = Files.writeString(folder.resolve("tea.yaml"), TEA);
        Path vector = Files.createFile(folder.resolve("spill"));
        Path adapter = Files.createDirectory(folder.resolve("spilling"));

        assertThat(CastReader.playable(file).cast().persona(1).frames())
                .endsWith(new Frame.Vector(vector.toString(), -1.5), new Frame.Adapter(adapter.toString()));
    }

    @Test
    void anEmptyFileIsNoCast() {
        assertThatThrownBy(() -> read(""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("tea.yaml");
    }
}
