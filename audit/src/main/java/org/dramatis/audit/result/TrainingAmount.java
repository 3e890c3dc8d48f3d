package org.dramatis.audit.result;

import java.util.Optional;

/** How much training a forecast is about: steps of a batch at a learning rate. */
public record TrainingAmount(int steps, int batch, double learningRate) {
    /** As the pilots of the calibration that ships. */
    public static final int USUAL_BATCH = 8;

    public TrainingAmount {
        if (steps < 1 || batch < 1 || !(learningRate > 0) || Double.isInfinite(learningRate)) {
            throw new IllegalArgumentException("training of " + steps + " steps of " + batch + " rows at learning rate "
                    + learningRate + ": all three must be positive");
        }
    }

    /** @param steps as many as one pass over the examples takes where none are given */
    public static TrainingAmount of(int examples, Optional<Integer> steps, int batch, double learningRate) {
        return new TrainingAmount(
                steps.orElseGet(() -> Math.ceilDiv(examples, Math.max(1, batch))), batch, learningRate);
    }
}
