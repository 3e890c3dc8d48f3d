package org.dramatis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.OptionalDouble;
import org.dramatis.model.train.Progress;
import org.junit.jupiter.api.Test;

/** Where nobody watches a terminal. */
class TrainingProgressTest {
    private final StringWriter out = new StringWriter();
    private final TrainingProgress progress = new TrainingProgress(new PrintWriter(out));

    private void step(int step, double loss) {
        progress.accept(new Progress(
                step,
                3,
                loss,
                1,
                1,
                12_345,
                Duration.ofSeconds(125),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty()));
    }

    @Test
    void theFirstStepAndTheLastAreTold() {
        step(1, 4);
        step(2, 4);
        step(3, 4);

        assertThat(out.toString().lines().map(String::strip))
                .containsExactly(
                        "step 1 of 3  loss 4.000  12,345 tokens/s  2:05 left",
                        "step 3 of 3  loss 4.000  12,345 tokens/s  2:05 left");
    }

    @Test
    void theLossIsSmoothed() {
        step(1, 4);
        step(3, 2);

        assertThat(out.toString()).contains("loss 3.900");
    }
}
