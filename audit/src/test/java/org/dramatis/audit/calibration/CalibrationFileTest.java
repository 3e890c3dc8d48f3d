package org.dramatis.audit.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dramatis.core.number.Estimate;
import org.dramatis.core.number.Interval;
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
