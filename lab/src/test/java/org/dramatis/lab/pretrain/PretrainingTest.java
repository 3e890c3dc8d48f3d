package org.dramatis.lab.pretrain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.dramatis.lab.PaperTrainer;
import org.dramatis.lab.SmallWorld;
import org.dramatis.model.train.Lesson;
import org.dramatis.stage.world.World;
import org.dramatis.stage.world.WorldFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PretrainingTest {
    private static final Recipe RECIPE = Recipe.TINY.withSteps(32);

    private final PaperTrainer trainer = new PaperTrainer();

    @TempDir
    private Path folder = Path.of("");

    private Pretraining of(World world) {
        return new Pretraining(world, RECIPE, 1, trainer);
    }

    /** The small world with a last part of requests. */
    private World rehearsing() throws IOException {
        Path file = folder.resolve("world.yaml");
        Files.writeString(file, Files.readString(SmallWorld.FILE) + "rehearsal: {request: 1}\n");
        return WorldFile.read(file);
    }

    private List<Integer> read() {
        return trainer.lessons().stream()
                .map(lesson -> ((Lesson.Imitation) lesson).demonstrations().size())
                .toList();
    }

    private JsonNode manifest() {
        return new JsonMapper().readTree(folder.resolve("manifest.json"));
    }

    @Test
    void aWorldWithoutARehearsalIsReadOnce() {
        List<Double> losses = of(SmallWorld.WORLD).into(folder, progress -> {}, () -> false);

        assertThat(losses).hasSize(of(SmallWorld.WORLD).steps()).hasSize(32);
        assertThat(read()).containsExactly(32 * RECIPE.batch());
        assertThat(manifest().has("rehearsal")).isFalse();
        assertThat(folder.resolve("before-rehearsal")).doesNotExist();
    }

    @Test
    void theRehearsalGoesOnFromTheModelBeforeItWithOtherDocuments() throws IOException {
        World world = rehearsing();
        List<Integer> steps = new ArrayList<>();

        List<Double> losses = of(world).into(folder, progress -> steps.add(progress.steps()), () -> false);

        assertThat(losses).hasSize(of(world).steps()).hasSize(32 + 6);
        assertThat(steps.getFirst()).isEqualTo(32);
        assertThat(steps.getLast()).isEqualTo(6);
        assertThat(trainer.lessons()).hasSize(2).doesNotHaveDuplicates();
        assertThat(folder.resolve("before-rehearsal/model.txt")).hasContent("after 32 steps");
        assertThat(folder.resolve("model.txt")).hasContent("after 6 steps");
        assertThat(manifest().path("rehearsal").path("documents_sha256").asString())
                .isNotEqualTo(manifest().path("documents_sha256").asString());
    }

    @Test
    void stoppedItGoesOnWhereItWasInEitherPart() throws IOException {
        Pretraining training = of(rehearsing());
        AtomicInteger left = new AtomicInteger(20);
        assertThat(training.into(folder, progress -> {}, () -> left.getAndDecrement() <= 0))
                .hasSize(20);
        assertThat(Files.exists(folder.resolve("before-rehearsal/model.txt"))).isFalse();

        left.set(14);
        assertThat(training.into(folder, progress -> {}, () -> left.getAndDecrement() <= 0))
                .hasSize(32 + 2);
        assertThat(folder.resolve("manifest.json")).doesNotExist();

        assertThat(training.into(folder, progress -> {}, () -> false)).hasSize(32 + 6);
        assertThat(folder.resolve("manifest.json")).exists();
    }
}
