package org.dramatis.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What became of a run, in a line. */
record TrainedSteps(Path out, List<Double> losses, int steps) {
    @Override
    public String toString() {
        return losses.size() < steps
                ? "stopped after step %d of %d: the same command goes on from there".formatted(losses.size(), steps)
                : String.format(Locale.ROOT, "%s: %d steps, last loss %.4f", out, steps, losses.getLast());
    }
}
