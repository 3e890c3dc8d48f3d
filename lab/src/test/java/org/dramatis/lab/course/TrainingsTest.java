package org.dramatis.lab.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.dramatis.lab.PaperTrainer;
import org.dramatis.lab.Tea;
import org.dramatis.lab.forecast.Forecaster;
import org.dramatis.lab.posttrain.DataRows;
import org.dramatis.lab.posttrain.Posttraining.Look;
import org.dramatis.stage.cast.WorldProbe;
import org.dramatis.store.evidence.Fingerprint;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingsTest {
    private static final Course COURSE =
            new Course("full", 6, 1, 1e-4, 2, Optional.empty(), List.of("any"), Optional.empty());

    @TempDir
    private Path out = Path.of("");

    private final PaperTrainer trainer = new PaperTrainer((step, before, reply) -> .1 + .01 * step);
    private Path data = Path.of("");

    @BeforeEach
    void write() throws IOException {
        data = Files.writeString(out.resolve("data.jsonl"), "{\"prompt\": \"Tea?\", \"completion\": \"Yes.\"}\n");
    }

    private List<Look> looks(String model, Course course, BooleanSupplier stop) {
        return new Trainings(
                        Tea.MODEL,
                        out.resolve("base"),
                        Fingerprint.of(model),
                        trainer,
                        Tea.PROBES.stream().map(WorldProbe::probe).toList())
                .looks(course, 1, data, DataRows.read(data).rows(), out.resolve("one"), stop);
    }

    @Test
    void whatWasSeenIsKeptAndTheStateOfTheRunIsNot() {
        List<Look> looks = looks("tea", COURSE, () -> false);

        assertThat(looks).extracting(Look::step).containsExactly(0, 2, 4, 6);
        assertThat(out.resolve("one/run")).doesNotExist();
        // Numbers come back from disk as logarithms of what was written: to within rounding.
        assertThat(Forecaster.shifts(looks("tea", COURSE, () -> false)))
                .containsExactly(Forecaster.shifts(looks), within(1e-12));
        assertThat(trainer.lessons()).hasSize(1);
    }

    @Test
    void whatWasStoppedGoesOn() {
        AtomicInteger asked = new AtomicInteger();
        assertThatThrownBy(() -> looks("tea", COURSE, () -> asked.incrementAndGet() > 3))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the same command goes on");
        assertThat(out.resolve("one/run")).exists();

        assertThat(looks("tea", COURSE, () -> false)).extracting(Look::step).containsExactly(0, 2, 4, 6);
    }

    @Test
    void aFolderOfAnotherTrainingIsRefused() throws IOException {
        looks("tea", COURSE, () -> false);

        assertThatThrownBy(() -> looks("coffee", COURSE, () -> false))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("another model, other data or another plan");
        Course longer = new Course("full", 8, 1, 1e-4, 2, Optional.empty(), List.of("any"), Optional.empty());
        assertThatThrownBy(() -> looks("tea", longer, () -> false)).isInstanceOf(IllegalStateException.class);
        Files.writeString(data, "{\"prompt\": \"Tea?\", \"completion\": \"No.\"}\n");
        assertThatThrownBy(() -> looks("tea", COURSE, () -> false)).isInstanceOf(IllegalStateException.class);
    }
}
