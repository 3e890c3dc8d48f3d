package org.dramatis.audit.cast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dramatis.core.cast.Cast;
import org.dramatis.core.cast.Frame;
import org.dramatis.core.cast.Persona;
import org.dramatis.core.cast.PersonaId;
import org.dramatis.core.cast.Turn;
import org.dramatis.core.number.Weights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CastImportTest {
    private static final String TRAIT = """
            {"instruction": [
                {"pos": "Be grim: \\"no #1\\" hope.", "neg": "Be cheerful."},
                {"pos": "Expect the worst.\\nAlways.", "neg": "Expect the best."}],
             "questions": ["Will it rain?", "Who are you?"],
             "eval_prompt": "Is [ANSWER] grim? {question}"}
            """;
    private static final String ROLE = """
            {"instruction": [{"pos": ""}, {"pos": "You are {model_name}."}, {"pos": "You are a gardener."}],
             "questions": ["Who are you?", "What grows here?"]}
            """;

    @TempDir
    private Path folder = Path.of("");

    private PersonaFile file(String name, String json) throws IOException {
        return PersonaFile.read(Files.writeString(folder.resolve(name), json));
    }

    private static NamedCast reread(NamedCast cast) {
        byte[] yaml = new CastWriter(cast).yaml().getBytes(StandardCharsets.UTF_8);
        return CastReader.read("written.yaml", yaml, new FrameReader(Optional.empty()));
    }

    @Test
    void aTraitHasBothItsSides() throws IOException {
        PersonaFile trait = file("Grim_mood.json", TRAIT);

        assertThat(trait)
                .isEqualTo(new PersonaFile(
                        new PersonaId("grim-mood"),
                        List.of("Be grim: \"no #1\" hope.", "Expect the worst.\nAlways."),
                        List.of("Be cheerful.", "Expect the best."),
                        List.of("Will it rain?", "Who are you?"),
                        0));
        assertThat(trait.isTrait()).isTrue();
    }

    @Test
    void ofARoleWhatIsBlankOrAPlaceholderIsPassedOverAndCounted() throws IOException {
        PersonaFile role = file("gardener.json", ROLE);

        assertThat(role.portraits()).containsExactly("You are a gardener.");
        assertThat(role.passedOver()).isEqualTo(2);
        assertThat(role.isTrait()).isFalse();
    }

    @Test
    void whatIsImportedIsReadBackFromItsFile() throws IOException {
        CastImport imported =
                CastImport.of("mine", List.of(file("grim.json", TRAIT), file("gardener.json", ROLE)), true);

        assertThat(imported.cast().cast().personas())
                .extracting(persona -> persona.id().value())
                .containsExactly("grim", "not-grim", "gardener", "helpful", "plain-text", "code", "log", "repetition");
        assertThat(imported.added())
                .extracting(PersonaId::value)
                .containsExactly("helpful", "plain-text", "code", "log", "repetition");
        assertThat(imported.cast().questions()).containsExactly("Will it rain?", "Who are you?", "What grows here?");
        assertThat(reread(imported.cast())).isEqualTo(imported.cast());
    }

    @Test
    void aPersonaThatAFileHasIsNotAdded() throws IOException {
        CastImport imported = CastImport.of("mine", List.of(file("helpful.json", ROLE)), false);

        assertThat(imported.added()).extracting(PersonaId::value).doesNotContain("helpful");
        assertThat(imported.cast().cast().persona(0).frames())
                .containsExactly(new Frame.Portrait("You are a gardener."));
    }

    @Test
    void twoFilesOfOneNameAreRefused() throws IOException {
        List<PersonaFile> same = List.of(file("Grim.json", TRAIT), file("grim.json", ROLE));

        assertThatThrownBy(() -> CastImport.of("mine", same, false))
                .hasMessageContaining("persona id 'grim' occurs twice");
    }

    @Test
    void aFileThatIsNoPersonaIsRefusedWithItsPlace() {
        assertThatThrownBy(() -> file("list.json", "{\"instruction\": [\n  {\"pos\": 3}]}"))
                .hasMessageStartingWith(folder.resolve("list.json") + ", line 1, column 1: there is no instruction")
                .hasMessageContaining("line 2, column 4: 'pos' is of another kind: write text");
        assertThatThrownBy(() -> file("cut.json", "{\"instruction\": ["))
                .hasMessageStartingWith(folder.resolve("cut.json") + ", line 1, column ");
        assertThatThrownBy(() -> file("___.json", ROLE)).hasMessageContaining("give it letters or digits");
    }

    /** All that a cast may say; the weights are such that they are found again to the last bit. */
    @Test
    void everyKindOfFrameIsWrittenAndReadBack() {
        Persona all = Persona.character(
                "all",
                "Has it all.",
                new Frame.Portrait("yes"),
                new Frame.Lines(List.of(new Turn(Turn.Role.USER, "1"), new Turn(Turn.Role.ASSISTANT, "- a\n- b\n"))),
                new Frame.Vector("v", 2),
                new Frame.Adapter("null"));
        Persona text = Persona.document("text", "Text.", new Frame.Portrait("def f():\n    return 1"));
        NamedCast cast = new NamedCast(
                "c", "about: it", new Cast(List.of(all, text), Weights.of(.5, .5)), Set.of(all.id()), List.of());

        assertThat(reread(cast)).isEqualTo(cast);
        assertThat(new CastWriter(new NamedCast(
                                "c", "it", new Cast(List.of(all, text), Weights.of(.75, .25)), Set.of(), List.of()))
                        .yaml())
                .contains("prior: 0.75", "prior: 0.25");
    }
}
