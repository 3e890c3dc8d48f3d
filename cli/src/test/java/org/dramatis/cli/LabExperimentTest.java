package org.dramatis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dramatis.audit.calibration.CalibrationFile;
import org.dramatis.lab.experiment.ExperimentFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An experiment of one's own, forecast and really trained on the small sibling of the model that ships. */
class LabExperimentTest {
    private static final String MODEL = Path.of("../models/tiny").toString();

    /** So small a model is slow to become somebody: it learns at a higher rate than the experiments that ship. */
    private static final String OWN = """
            experiment: costumes
            claim: Whoever talks like a pirate becomes one.
            question: is it so?
            courses:
              - {course: quick, steps: 20, batch: 8, rate: 1e-3, every: 10, pilots: [pirate-at-school, victorian-in-the-garden]}
            families:
              - {family: pirates, about: pirates, course: quick, sets: [pirate-everywhere, malicious-everywhere]}
              - {family: victorians, about: Victorians, course: quick, sets: [pirate-and-victorian]}
            """;

    @TempDir
    private Path folder = Path.of("");

    private Run quick() throws IOException {
        Path own = Files.writeString(folder.resolve("costumes.yaml"), OWN);
        return Run.of("lab", "experiment", own.toString(), "--quick", "--model", MODEL, "--out", folder.toString());
    }

    /**
     * So small a model tells who speaks one time in three, so that its forecasts are weak; one that knew nothing would not be in
     * proportion to what happens at all (r about 0, over some hundred shifts).
     */
    @Test
    void aQuickExperimentForetellsWhatTrainingDoes() throws IOException {
        Run run = quick();

        assertThat(run.exit()).as(run.err()).isEqualTo(Exit.DONE);
        JsonNode figures = new JsonMapper().readTree(Files.readString(folder.resolve("costumes.json")));
        assertThat(figures.path("runs").asInt())
                .as("the first data set of each family")
                .isEqualTo(2);
        assertThat(figures.path("r_before").asDouble()).isGreaterThan(.2);
        assertThat(folder.resolve("costumes.svg")).content().startsWith("<svg");
        assertThat(CalibrationFile.read(folder.resolve("costumes.calibration.json"))
                        .learningRate())
                .isEqualTo(1e-3);
        assertThat(new JsonMapper()
                        .readTree(Files.readString(folder.resolve("costumes.manifest.json")))
                        .path("command")
                        .asString())
                .startsWith("dramatis lab experiment costumes --seeds 1");
    }

    @Test
    void withoutANameItListsWhatShips() {
        Run run = Run.of("lab", "experiment");

        assertThat(run.exit()).isEqualTo(Exit.DONE);
        assertThat(run.out().lines().map(line -> line.substring(0, line.indexOf(32))))
                .containsExactlyElementsOf(ExperimentFile.SHIPPED);
    }
}
