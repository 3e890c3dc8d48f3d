package org.dramatis.lab.posttrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.dramatis.lab.SmallWorld.LETTERS;
import static org.dramatis.lab.SmallWorld.TEMPLATE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.dramatis.audit.framing.Framing;
import org.dramatis.core.forecast.Probe;
import org.dramatis.lab.PaperTrainer;
import org.dramatis.lab.posttrain.Posttraining.Look;
import org.dramatis.model.score.ChatPassages;
import org.dramatis.model.text.Tokens;
import org.dramatis.model.train.Demonstration;
import org.dramatis.model.train.Lesson;
import org.dramatis.model.train.Plan;
import org.dramatis.model.train.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With training that makes heads twice as likely as tails in its first step, three times in its second, and so on. */
class PosttrainingTest {
    private static final List<Probe> PROBES = List.of(new Probe("coin", "Heads?", List.of("Heads.", "Tails.")));
    private static final Lesson LESSON = new Lesson.Imitation(List.of(Demonstration.of(Tokens.of(1), Tokens.of(2))));
    private static final Plan PLAN = Plan.of(8);

    @TempDir
    private Path folder = Path.of("");

    private static Posttraining training(int every) {
        PaperTrainer trainer =
                new PaperTrainer((step, before, reply) -> reply.equals("Heads.") ? .01 * (step + 1) : .01);
        Framing framing = new Framing(new ChatPassages(TEMPLATE, LETTERS), Tokens.of(0));
        return new Posttraining(trainer, framing, PROBES, every);
    }

    private List<Look> run(String name, int every, Consumer<Progress> listener, BooleanSupplier stop) {
        return training(every).run(folder.resolve("base"), LESSON, PLAN, folder.resolve(name), listener, stop);
    }

    /** Stops before this step. */
    private List<Look> runUntil(String name, int step) {
        int[] done = {0};
        return run(name, 3, progress -> done[0] = progress.step(), () -> done[0] == step);
    }

    @Test
    void looksAtTheStartEverySoOftenAndAtTheEnd() {
        List<Look> looks = run("whole", 3, progress -> {}, () -> false);

        assertThat(looks).extracting(Look::step).containsExactly(0, 3, 6, 8);
        for (Look look : looks) {
            assertThat(look.answers()).hasSize(1);
            assertThat(look.answers().getFirst().at(0))
                    .isCloseTo((look.step() + 1.0) / (look.step() + 2), within(1e-12));
        }
        assertThat(folder.resolve("whole/model.txt")).hasContent("after 8 steps");
    }

    @Test
    void theEndIsLookedAtOnce() {
        assertThat(run("whole", 4, progress -> {}, () -> false))
                .extracting(Look::step)
                .containsExactly(0, 4, 8);
    }

    @Test
    void everyStepIsTold() {
        List<Integer> told = new ArrayList<>();

        run("whole", 3, progress -> told.add(progress.step()), () -> false);

        assertThat(told).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
    }

    @Test
    void aRunThatWasStoppedGoesOnToTheSameLooks() throws IOException {
        List<Look> whole = run("whole", 3, progress -> {}, () -> false);

        List<Look> first = runUntil("halves", 5);
        assertThat(first).extracting(Look::step).containsExactly(0, 3);
        assertThat(folder.resolve("halves/model.txt")).doesNotExist();
        List<Look> both = run("halves", 3, progress -> {}, () -> false);

        assertThat(both).extracting(Look::step).containsExactly(0, 3, 6, 8);
        assertThat(Files.readAllLines(folder.resolve("halves/behaviour.jsonl")))
                .isEqualTo(Files.readAllLines(folder.resolve("whole/behaviour.jsonl")));
        for (int i = 0; i < whole.size(); i++) {
            assertThat(both.get(i).answers().getFirst().toArray())
                    .containsExactly(whole.get(i).answers().getFirst().toArray(), within(1e-15));
        }
    }

    /** The state that a kill leaves is older than the looks: here none at all. */
    @Test
    void whatWasSeenAfterTheStateWasLastSavedIsSeenAgainAndNotTwice() throws IOException {
        run("killed", 3, progress -> {}, () -> false);

        List<Look> again = run("killed", 3, progress -> {}, () -> false);

        assertThat(again).extracting(Look::step).containsExactly(0, 3, 6, 8);
        assertThat(Files.readAllLines(folder.resolve("killed/behaviour.jsonl"))).hasSize(4);
    }

    @Test
    void aRunThatIsDoneStaysDone() throws IOException {
        runUntil("halves", 7);
        runUntil("halves", 8);
        Files.writeString(folder.resolve("halves/run/step.txt"), "8");
        List<Integer> told = new ArrayList<>();

        List<Look> looks = run("halves", 3, progress -> told.add(progress.step()), () -> false);

        assertThat(told).isEmpty();
        assertThat(looks).extracting(Look::step).containsExactly(0, 3, 6, 8);
    }

    @Test
    void aLookIsAtLeastAStepAway() {
        assertThatThrownBy(() -> training(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("every 0 steps: every 1 or more");
    }
}
