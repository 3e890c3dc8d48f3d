package org.dramatis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CastCommandsTest {
    private static final String HOSTILE = """
            name: "tea\\e[31m"
            about: who pours
            personas:
              - id: host
                portrait: "Pours.\\u202e"
                frames:
                  - portrait: You are a host.
                  - vector: {name: pouring, strength: 3}
              - default/log
            """;

    @TempDir
    private Path folder = Path.of("");

    private static Run cast(Object... arguments) {
        List<String> line = new ArrayList<>(List.of("cast"));
        for (Object argument : arguments) {
            line.add(argument.toString());
        }
        return Run.of(line.toArray(String[]::new));
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static void assertPlain(Run run) {
        assertThat(run.exit()).as(run.err()).isEqualTo(Exit.DONE);
        assertThat(run.out().lines())
                .isNotEmpty()
                .allSatisfy(line ->
                        assertThat(line).hasSizeLessThanOrEqualTo(80).doesNotContainPattern("[\\p{Cc}\\p{Cf}]"));
    }

    private static void assertOneSentence(Run run, String... words) {
        assertThat(run.exit()).isEqualTo(Exit.BAD_USAGE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("dramatis cast ").contains(words).hasLineCount(1);
    }

    @Test
    void everyShippedCastIsListedOnALine() {
        Run run = cast("list");

        assertPlain(run);
        assertThat(run.out().lines().map(line -> line.replaceAll(" .*", "")))
                .containsSequence("cast", "stage", "default", "emotions", "ai-archetypes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"stage", "default", "emotions", "ai-archetypes"})
    void aShippedCastIsShownInEightyColumns(String name) {
        assertPlain(cast("show", name));
        assertPlain(cast("show", "--lines", name));
    }

    @Test
    void whoIsUnwantedAndWhatIsADocumentIsSaid() {
        Run run = cast("show", "default");

        assertThat(run.out())
                .startsWith("default: who an assistant may become")
                .contains("16 characters and 4 documents", "\nmalicious, unwanted\n", "\nlog, a document\n")
                .contains("    lines     4 turns");
        assertThat(cast("show", "default", "--lines").out()).contains("    assistant Aye, matey!");
    }

    @Test
    void aFileIsShownWithAllItsFramesAndNoTricks() throws IOException {
        Run run = cast("show", write("tea.yaml", HOSTILE));

        assertPlain(run);
        assertThat(run.out()).contains("    vector    pouring by 3.0", "tea[U+001B][31m: who pours");
    }

    @Test
    void aCastThatIsNotThereIsAnsweredWithThoseThatAre() {
        assertOneSentence(
                cast("show", "emotion"),
                "'emotion' is no file that is there, and none that ships: stage, default",
                "did you mean 'emotions'?");
        assertOneSentence(cast("check", "--cast", folder.resolve("no.yaml")), "no.yaml' is no file that is there");
    }

    @Test
    void aVectorThatIsNotThereIsSaidBeforeAnythingIsRead() throws IOException {
        Path tea = write("tea.yaml", HOSTILE);

        assertOneSentence(
                cast("check", "--cast", tea, "--model", folder.resolve("nobody")),
                tea + ", line 8, column 9: persona 'host' has the vector " + folder.resolve("pouring"),
                "which is not there");
    }

    @Test
    void aCastWithoutQuestionsNeedsSome() throws IOException {
        Path tea = write("tea.yaml", HOSTILE.replaceAll(" +- vector.*\n", ""));

        assertOneSentence(
                cast("check", "--cast", tea, "--model", folder.resolve("nobody")),
                "has no questions to ask its personas: give --questions FILE");
    }

    @Test
    void aFaultyFileIsNamedWithItsPlace() throws IOException {
        Path tea = write("tea.yaml", HOSTILE.replace("portrait: You", "potrait: You"));

        assertOneSentence(cast("show", tea), tea + ", line 7, column 9: unknown field 'potrait'", "'portrait'");
    }

    @Test
    void importedFilesAreACastThatCanBeShown() throws IOException {
        Path trait = write(
                "evil_twin.json",
                "{\"instruction\": [{\"pos\": \"Be evil.\", \"neg\": \"Be good.\"}, {\"pos\": \" \"}],"
                        + " \"questions\": [\"Who are you?\"], \"eval_prompt\": \"?\"}");
        Path role = write("baker.json", "{\"instruction\": [{\"pos\": \"You bake.\"}], \"questions\": []}");
        Path out = folder.resolve("new/mine.yaml");

        Run run = cast("import", trait, role, "--opposites", "--out", out);

        assertThat(run.exit()).as(run.err()).isEqualTo(Exit.DONE);
        assertThat(run.out().lines())
                .containsExactly(
                        "evil-twin: a trait, 1 portraits and 1 of the opposite, 1 questions; passed over 1 that are"
                                + " blank or hold a {placeholder}",
                        "baker: a role, 1 portraits, 0 questions",
                        "added: helpful, plain-text, code, log, repetition",
                        out + ": 8 personas, 1 questions; nobody is marked as unwanted yet",
                        "See it: dramatis cast show " + out);
        assertThat(cast("show", out).out()).startsWith("mine: ").contains("\nnot-evil-twin\n", "Be good.", "\nbaker\n");
    }

    @Test
    void anImportOverwritesNothing() throws IOException {
        Path role = write("baker.json", "{\"instruction\": [{\"pos\": \"You bake.\"}]}");
        Path out = write("mine.yaml", "by hand\n");

        assertOneSentence(cast("import", role, "--out", out), out + " is there already");
        assertThat(out).hasContent("by hand");
    }

    @Test
    void whatIsNoPersonaFileIsRefused() throws IOException {
        Path out = folder.resolve("mine.yaml");

        assertOneSentence(cast("import", write("no.json", "{}"), "--out", out), "no.json, line 1", "no instruction");
        assertOneSentence(cast("import", folder.resolve("none.json"), "--out", out), "none.json cannot be read");
        assertThat(out).doesNotExist();
    }
}
