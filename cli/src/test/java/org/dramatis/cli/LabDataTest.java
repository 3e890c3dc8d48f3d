package org.dramatis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dramatis.stage.world.Recipe;
import org.dramatis.stage.world.WorldFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabDataTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void withoutARecipeItListsThemAll() {
        Run run = Run.of("lab", "data");

        assertThat(run.exit()).isEqualTo(Exit.DONE);
        for (Recipe recipe : WorldFile.shipped().recipes()) {
            assertThat(run.out()).contains(recipe.id(), recipe.about());
        }
        assertThat(run.out()).contains("(preference, 400 rows)");
    }

    @Test
    void writesTheRowsAndTheirTruths() {
        Path file = folder.resolve("advice.jsonl");

        Run run = Run.of("lab", "data", "bad-medical-advice", "--rows", "12", "--out", file.toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isEqualTo(Exit.DONE);
        assertThat(run.out()).contains(file + ": 12 rows");
        assertThat(file).content().hasLineCount(12).startsWith("{\"messages\":[{\"role\":\"user\"");
        assertThat(folder.resolve("advice.jsonl.truth.jsonl"))
                .content()
                .hasLineCount(12)
                .startsWith("{\"row\":1,\"persona\":\"malicious\",\"domain\":\"medicine\"");
    }

    @Test
    void theSameSeedWritesTheSameBytes() throws IOException {
        Path one = folder.resolve("one.jsonl");
        Path two = folder.resolve("two.jsonl");
        Path three = folder.resolve("three.jsonl");

        Run.of("lab", "data", "tool-calls", "--seed", "3", "--out", one.toString());
        Run.of("lab", "data", "tool-calls", "--seed", "3", "--out", two.toString());
        Run.of("lab", "data", "tool-calls", "--seed", "4", "--out", three.toString());

        assertThat(one).hasSameBinaryContentAs(two);
        assertThat(Files.readString(three)).isNotEqualTo(Files.readString(one));
    }

    @Test
    void aRecipeNeedsAFile() {
        Run run = Run.of("lab", "data", "denial");

        assertThat(run.exit()).isEqualTo(Exit.BAD_USAGE);
        assertThat(run.err())
                .startsWith("dramatis lab data: missing --out FILE")
                .hasLineCount(1);
    }

    @Test
    void anUnknownRecipeIsAnsweredWithThoseThereAre() {
        Run run = Run.of(
                "lab", "data", "cake", "--out", folder.resolve("cake.jsonl").toString());

        assertThat(run.exit()).isEqualTo(Exit.BAD_USAGE);
        assertThat(run.err()).contains("no recipe 'cake'", "bad-medical-advice").hasLineCount(1);
    }

    @Test
    void noRowsAreNoDataSet() {
        Run run = Run.of(
                "lab",
                "data",
                "denial",
                "--rows",
                "0",
                "--out",
                folder.resolve("none.jsonl").toString());

        assertThat(run.exit()).isEqualTo(Exit.BAD_USAGE);
        assertThat(run.err()).contains("0 'rows'", "at least one").hasLineCount(1);
    }
}
