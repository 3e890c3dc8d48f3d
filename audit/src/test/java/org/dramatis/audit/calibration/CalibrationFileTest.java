package org.dramatis.audit.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dramatis.core.calibration.ErrorBand;
import org.dramatis.core.calibration.Labelled;
import org.dramatis.core.calibration.LogisticMap;
import org.dramatis.core.calibration.Reliability;
import org.dramatis.core.number.Estimate;
import org.dramatis.core.number.Interval;
import org.dramatis.core.number.Proportion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalibrationFileTest {
    private static final Calibration OWN =
            new Calibration("own-1", "two pilots", new Estimate(.4, new Interval(.3, .5, .95)), 2e-4);

    @TempDir
    private Path folder;

    @Test
    void whatIsWrittenIsRead() throws IOException {
        Path file = Files.writeString(folder.resolve("own.json"), CalibrationFile.text(OWN));

        assertThat(CalibrationFile.read(file)).isEqualTo(OWN);
    }

    @Test
    void whatIsKnownOfItsForecastsIsWrittenAndReadToo() throws IOException {
        TrackRecord record = TrackRecord.of(
                "it rises",
                "two trainings",
                Reliability.of(List.of(new Labelled(.2, false), new Labelled(.3, true), new Labelled(.9, true)), 2));
        Calibration known = new Calibration(
                "own-2",
                "two pilots",
                OWN.rate(),
                2e-4,
                new LogisticMap(2, .5),
                Optional.of(record),
                Optional.of(new ErrorBand(.03, .4, .95)),
                new TreeMap<>(Map.of("rude", -.25)));
        Path file = Files.writeString(folder.resolve("own.json"), CalibrationFile.text(known));

        assertThat(CalibrationFile.read(file)).isEqualTo(known);
        assertThat(record.count()).isEqualTo(3);
        assertThat(record.bins().getLast().share(.95)).isEqualTo(new Proportion(2, 2).wilson(.95));
    }

    /** By hand: a shift of .5 may be off by .4 (.1 + .5) = .24; what was drawn counts where it is wider. */
    @Test
    void anIntervalHoldsHowFarTrainingsLayFromForecasts() {
        Calibration measured = new Calibration(
                "own",
                "pilots",
                OWN.rate(),
                2e-4,
                LogisticMap.AS_STATED,
                Optional.empty(),
                Optional.of(new ErrorBand(.1, .4, .95)),
                new TreeMap<>());
        Estimate narrow = new Estimate(.5, new Interval(.45, .55, .95));
        Estimate wide = new Estimate(.5, new Interval(.1, .55, .95));

        assertThat(measured.widened(narrow).interval().low()).isCloseTo(.26, within(1e-12));
        assertThat(measured.widened(narrow).interval().high()).isCloseTo(.74, within(1e-12));
        assertThat(measured.widened(wide).interval().low()).isEqualTo(.1);
        assertThat(OWN.widened(narrow)).isEqualTo(narrow);
    }

    @Test
    void aBinThatCannotBeIsRefusedWithItsNumbers() throws IOException {
        Path file = Files.writeString(
                folder.resolve("own.json"),
                CalibrationFile.text(OWN)
                        .replace(
                                "\"learning_rate\"",
                                "\"reliability\": {\"event\": \"e\", \"trainings\": \"t\", \"bins\": [{\"predicted\": 1.5,"
                                        + " \"observed\": 0, \"count\": 3}]}, \"learning_rate\""));

        assertThatThrownBy(() -> CalibrationFile.read(file)).hasMessageContaining("predicted 1.5");
    }

    @Test
    void theOneThatShipsIsReadAndHoldsItsOwnRate() {
        Estimate rate = CalibrationFile.shipped().rate();

        assertThat(rate.interval().contains(rate.point())).isTrue();
    }

    @Test
    void theRateGrowsWithTheLearningRate() {
        assertThat(OWN.at(4e-4).estimate(.95).point()).isCloseTo(.8, within(1e-12));
        assertThat(OWN.at(4e-4).estimate(.95).interval().high())
                .isCloseTo(1, within(.05)); // as wide, but even in its log
    }

    @Test
    void aFileThatIsNoneSaysWhatItLacks() throws IOException {
        Path file = Files.writeString(folder.resolve("own.json"), "{\"name\": \"own\"}");

        assertThatThrownBy(() -> CalibrationFile.read(file)).hasMessageContaining("no text in 'fitted_to'");
        Files.writeString(file, "eta = 4");
        assertThatThrownBy(() -> CalibrationFile.read(file)).hasMessageContaining("is no JSON");
        assertThatThrownBy(() -> CalibrationFile.read(folder.resolve("none.json")))
                .hasMessageContaining("cannot be read");
    }
}
