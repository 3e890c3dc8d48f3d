package org.dramatis.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.dramatis.audit.calibration.Calibration;
import org.dramatis.audit.calibration.CalibrationFile;
import picocli.CommandLine.Option;

/** How fast training moves who speaks. */
final class CalibrationOptions {
    @Option(
            names = "--calibration",
            paramLabel = "FILE",
            description =
                    "How fast training moves the weights, as 'lab experiment' writes it (default: the one that ships).")
    private Optional<Path> file = Optional.empty();

    Calibration calibration() {
        return file.map(CalibrationFile::read).orElseGet(CalibrationFile::shipped);
    }
}
