package org.dramatis.lab.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dramatis.audit.calibration.CalibrationFile;
import org.dramatis.core.calibration.Ranking;
import org.dramatis.core.number.Measured;
import org.dramatis.store.evidence.Fingerprint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In front of {@link Company}, whose model knows wrong words from right ones. */
class RowTrialsTest {
    private static final int ROWS = 50;

    @TempDir
    private Path folder = Path.of("");

    private final List<String> said = new ArrayList<>();

    private List<Ranked> run(String model, int seeds) {
        return new RowTrials(
                        Company.world(folder),
                        Company.MODEL,
                        Company.INSIDE,
                        Fingerprint.of(model),
                        CalibrationFile.shipped(),
                        folder.resolve("out"),
                        seeds,
                        ROWS)
                .run(said::add, () -> false);
    }

    @Test
    void wrongRowsAreThoseOfTheUnwantedAndTheAuditPutsThemFirst() {
        List<RowTrial> trials = run("a", 2).getFirst().trials();

        assertThat(trials).extracting(RowTrial::mixture).containsExactlyElementsOf(Mixture.ALL);
        for (RowTrial trial : trials) {
            assertThat(trial.wrong()).hasSize(ROWS);
            assertThat(trial.wrong())
                    .filteredOn(wrong -> wrong)
                    .hasSize(trial.mixture().percent() / 2);
            for (Way way : List.of(Way.PUSH, Way.PROBABILITY, Way.GRADIENT, Way.CONTRAST)) {
                assertThat(new Ranking(trial.by(way)).averagePrecision()).isEqualTo(Measured.known(1.0));
            }
        }
    }

    @Test
    void whatIsKnownIsNotComputedAgainAndGivesTheSamePage() {
        List<Ranked> first = run("a", 2);
        said.clear();
        List<Ranked> again = run("a", 2);

        assertThat(said).isEmpty();
        assertThat(new RowsPage(new RowsOutcome(again), ROWS).markdown())
                .isEqualTo(new RowsPage(new RowsOutcome(first), ROWS).markdown());
    }

    @Test
    void anotherModelIsAskedAnewAndFurtherSeedsAreAdded() {
        run("a", 2);
        said.clear();
        run("a", 3);
        assertThat(said).hasSize(2).last().asString().startsWith("seed 3 of 3");
        said.clear();
        run("b", 2);
        assertThat(said).hasSize(3);
    }

    @Test
    void aFileOfSomethingElseIsNamed() throws IOException {
        run("a", 2);
        Path file = folder.resolve("out/seed-2/ranked.json");
        Files.writeString(file, "no JSON");

        assertThatThrownBy(() -> run("a", 2)).hasMessageContaining("ranked.json is not of such a run");
    }

    @Test
    void tooLittleForAnIntervalIsRefused() {
        assertThatThrownBy(() -> run("a", 1)).hasMessageContaining("1 seeds").hasMessageContaining("2 or more");
    }
}
