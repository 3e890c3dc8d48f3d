package org.dramatis.audit.cast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dramatis.core.cast.PersonaId;
import org.dramatis.store.written.WrittenFile;
import org.junit.jupiter.api.Test;

/** What {@code docs/casts.md} shows is so. */
class DocumentedCastTest {
    private static String page() throws IOException {
        return Files.readString(Path.of("../docs/casts.md"));
    }

    /** The first block of its kind. */
    private static String block(String kind) throws IOException {
        String opening = "```" + kind + "\n";
        int from = page().indexOf(opening) + opening.length();
        return page().substring(from, page().indexOf("```", from));
    }

    private static NamedCast read(String text) {
        return CastReader.read("tea.yaml", text.getBytes(StandardCharsets.UTF_8), new FrameReader(Optional.empty()));
    }

    @Test
    void theCastIsOne() throws IOException {
        NamedCast tea = read(block("yaml"));

        assertThat(tea.cast().personas())
                .extracting(persona -> persona.id().value())
                .containsExactly("host", "spiller", "helpful", "plain-text");
        assertThat(tea.unwanted()).containsExactly(new PersonaId("spiller"));
    }

    @Test
    void theErrorIsThatOfAMisprintInIt() throws IOException {
        String misprinted = block("yaml").replace("- portrait: You are", "- potrait: You are");
        String command = "dramatis cast show: ";
        String error = page().lines()
                .filter(line -> line.startsWith(command))
                .findFirst()
                .orElseThrow()
                .substring(command.length());

        assertThatThrownBy(() -> read(misprinted)).hasMessage(error);
    }

    @Test
    void thePersonaFilesAreATraitAndARole() throws IOException {
        List<Boolean> traits = block("json")
                .lines()
                .map(line ->
                        WrittenFile.json(line.getBytes(StandardCharsets.UTF_8)).whole())
                .map(whole -> PersonaFile.read(new PersonaId("it"), whole).isTrait())
                .toList();

        assertThat(traits).containsExactly(true, false);
    }
}
