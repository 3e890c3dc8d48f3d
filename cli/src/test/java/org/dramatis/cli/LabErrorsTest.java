package org.dramatis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What fails is one sentence, and the code of bad input. */
class LabErrorsTest {
    @TempDir
    private Path folder = Path.of("");

    private Path model = folder;
    private Path data = folder;

    @BeforeEach
    void write() throws IOException {
        model = TinyModel.write(Files.createDirectory(folder.resolve("model")));
        data = Files.writeString(folder.resolve("rows.jsonl"), "{\"prompt\": \"Tea?\", \"completion\": \"Yes.\"}\n");
    }

    private Run posttrain(Path rows, String... more) {
        List<String> arguments = new ArrayList<>(List.of("lab", "posttrain", rows.toString()));
        arguments.addAll(List.of(
                "--model", model.toString(), "--out", folder.resolve("new").toString()));
        arguments.addAll(List.of(more));
        return Run.of(arguments.toArray(String[]::new));
    }

    private static void assertOneSentence(Run run, String... words) {
        assertThat(run.exit()).isEqualTo(Exit.BAD_USAGE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("dramatis ").contains(words).hasLineCount(1);
    }

    @Test
    void tooFewSeedsForAnInterval() {
        assertOneSentence(
                Run.of(
                        "lab",
                        "rows",
                        "--model",
                        model.toString(),
                        "--out",
                        folder.resolve("rows").toString(),
                        "--seeds",
                        "1"),
                "dramatis lab rows: ",
                "1 seeds",
                "2 or more");
    }

    @Test
    void aPersonaThatTheWorldDoesNotHave() {
        assertOneSentence(
                posttrain(data, "--world", SmallWorld.FILE.toString(), "--reward", "jester"),
                "dramatis lab posttrain: ",
                "no persona 'jester'",
                "plain, grim");
    }

    @Test
    void dataThatAreNotThere() {
        assertOneSentence(posttrain(folder.resolve("none.jsonl")), "none.jsonl cannot be read: there is no such file");
    }

    @Test
    void dataWithoutARow() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.jsonl"), "nonsense\n");

        assertOneSentence(posttrain(broken), "has no row that can be used", "broken.jsonl:1");
    }

    @Test
    void aModelThatIsNotThere() {
        assertOneSentence(
                Run.of("cast", "check", "--model", folder.resolve("nobody").toString()),
                "dramatis cast check: ",
                "nobody");
    }

    @Test
    void aWorldThatIsBroken() throws IOException {
        String text = Files.readString(SmallWorld.FILE).replace("persona: grim", "persona: Grim");
        Path world = Files.writeString(folder.resolve("broken.yaml"), text);

        assertOneSentence(
                Run.of(
                        "lab",
                        "pretrain",
                        "--world",
                        world.toString(),
                        "--out",
                        folder.resolve("new").toString()),
                "dramatis lab pretrain: ",
                "broken.yaml",
                "Grim");
    }

    @Test
    void aWorldThatIsNotThere() {
        assertOneSentence(
                Run.of(
                        "cast",
                        "check",
                        "--model",
                        model.toString(),
                        "--world",
                        folder.resolve("no.yaml").toString()),
                "no.yaml");
    }

    @Test
    void anExperimentThatDoesNotExist() {
        assertOneSentence(
                Run.of("lab", "experiment", "alchemy", "--model", model.toString()),
                "no experiment 'alchemy'",
                "generalise, inoculate");
    }

    @Test
    void aBatchOfNothing() {
        assertOneSentence(
                posttrain(data, "--world", SmallWorld.FILE.toString(), "--batch", "0"), "the batch is 0", "at least 1");
    }

    @Test
    void noOutputFolder() {
        assertOneSentence(Run.of("lab", "posttrain", data.toString()), "--out");
        assertOneSentence(Run.of("lab", "midtrain", data.toString()), "--out");
        assertOneSentence(Run.of("lab", "pretrain"), "--out");
    }

    @Test
    void noThreadToCalculate() {
        assertOneSentence(posttrain(data, "--threads", "0"), "--threads 0", "1 or more");
    }

    @Test
    void noFrameToSpeakIn() {
        assertOneSentence(
                Run.of("cast", "check", "--model", model.toString(), "--frames", "0"), "--frames 0", "1 or more");
    }
}
