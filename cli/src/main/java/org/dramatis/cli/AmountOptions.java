package org.dramatis.cli;

import java.util.Optional;
import org.dramatis.audit.calibration.Calibration;
import org.dramatis.audit.result.TrainingAmount;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How fast the training is that is forecast. */
final class AmountOptions {
    @Option(
            names = "--batch",
            paramLabel = "N",
            defaultValue = "" + TrainingAmount.USUAL_BATCH,
            description = "Rows a step of the training that is forecast (default: ${DEFAULT-VALUE}).")
    private int batch;

    @Option(names = "--rate", paramLabel = "X", description = "Its learning rate (default: that of the calibration).")
    private Optional<Double> rate = Optional.empty();

    @Mixin
    private CalibrationOptions calibration = new CalibrationOptions();

    int batch() {
        return batch;
    }

    Calibration calibration() {
        return calibration.calibration();
    }

    double rate(Calibration calibration) {
        return rate.orElse(calibration.learningRate());
    }
}
