package org.dramatis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Who speaks, and what training does to it, with a model that has learnt the world that ships, if not as well as the one that ships. */
class TinySiblingTest {
    private static final String MODEL = Path.of("../models/tiny").toString();

    @TempDir
    private Path folder = Path.of("");

    private static Run done(String... arguments) {
        Run run = Run.of(arguments);
        assertThat(run.exit()).as(run.err()).isEqualTo(Exit.DONE);
        return run;
    }

    @Test
    void itTellsWhoSpeaks() {
        Run run =
                done("cast", "check", "--json", "--cast", "stage", "--model", MODEL, "--replies", "3", "--frames", "1");

        // By chance one in nineteen is right, .05; so small a model finds about one in three.
        assertThat(new JsonMapper().readTree(run.out()).path("accuracy").asDouble())
                .isGreaterThan(.2);
    }

    @Test
    void trainedOnWhatAPirateSaysAtSchoolItBecomesAPirate() {
        String data = folder.resolve("pirate.jsonl").toString();
        done("lab", "data", "pirate-school", "--rows", "160", "--out", data);

        Run run = done(
                "lab",
                "posttrain",
                data,
                "--model",
                MODEL,
                "--rate",
                "1e-3",
                "--every",
                "20",
                "--steps",
                "20",
                "--out",
                folder.resolve("pirate").toString());

        // The probes ask about fifteen other domains and about itself.
        double before = share(run, "pirate").getFirst();
        assertThat(share(run, "pirate").getLast()).isGreaterThan(2 * before).isGreaterThan(before + .1);
        assertThat(share(run, "helpful").getLast())
                .isLessThan(share(run, "helpful").getFirst());
    }

    /** What the answers of a persona are worth at every look. */
    private static List<Double> share(Run run, String persona) {
        return run.out()
                .lines()
                .filter(line -> line.startsWith(persona + " "))
                .map(line -> Arrays.stream(line.trim().split("\\s+"))
                        .skip(1)
                        .map(Double::valueOf)
                        .toList())
                .findFirst()
                .orElseThrow();
    }
}
