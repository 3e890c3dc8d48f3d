package org.dramatis.torch.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dramatis.checkpoint.CheckpointException;
import org.dramatis.model.text.Tokens;
import org.dramatis.model.train.Demonstration;
import org.dramatis.model.train.LearningRate;
import org.dramatis.model.train.Lesson;
import org.dramatis.model.train.Plan;
import org.dramatis.model.train.Progress;
import org.dramatis.model.train.Saving;
import org.dramatis.model.train.Trained;
import org.dramatis.torch.Workers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TorchTrainingTest {
    private static final Plan PLAN =
            Plan.of(6).withBatch(5).withRate(new LearningRate(1e-2, 2, .1)).withSaving(Saving.everySteps(2));
    private static final Lesson LESSON = new Lesson.Imitation(Tiny.demonstrations(12));
    private static final Voice SILENT = network -> {
        throw new AssertionError("nobody speaks here");
    };

    @TempDir
    Path folder;

    private int runs;

    static List<Plan> plans() {
        return List.of(PLAN, PLAN.withTrained(Trained.Adapter.ofRank(2)), PLAN.withTokensAtOnce(7));
    }

    @ParameterizedTest
    @MethodSource("plans")
    void isTheSameToTheLastBitEveryTime(Plan plan) {
        assertThat(losses(LESSON, plan, 2)).isEqualTo(losses(LESSON, plan, 2));
    }

    @ParameterizedTest
    @MethodSource("plans")
    void goesOnWhereItStoppedToTheLastBit(Plan plan) {
        Path run = folder.resolve("interrupted");
        for (int stop : List.of(3, 5)) {
            try (Workers workers = new Workers(2);
                    BaseModel base = Tiny.model();
                    TorchTraining training = TorchTraining.open(base, LESSON, plan, run, SILENT, workers)) {
                while (training.step() < stop) {
                    training.advance();
                }
            }
        }
        assertThat(losses(LESSON, plan, 2, run)).isEqualTo(losses(LESSON, plan, 2));
    }

    @Test
    void losesNothingBeforeTheLastStateWhenItStops() {
        Path run = folder.resolve("stopped");
        try (Workers workers = new Workers(1);
                BaseModel base = Tiny.model()) {
            try (TorchTraining training = TorchTraining.open(base, LESSON, PLAN, run, SILENT, workers)) {
                while (training.step() < 5) {
                    training.advance();
                }
            }
            try (TorchTraining training = TorchTraining.open(base, LESSON, PLAN, run, SILENT, workers)) {
                assertThat(training.step()).isEqualTo(4);
            }
        }
    }

    @Test
    void isTheSameToRoundingForAnyNumberOfWorkers() {
        List<Double> alone = losses(LESSON, PLAN, 1);
        for (int workers : List.of(2, 3)) {
            requireClose(losses(LESSON, PLAN, workers), alone);
        }
    }

    @Test
    void isTheSameToRoundingHoweverAStepIsCut() {
        List<Double> whole = losses(LESSON, PLAN, 1);
        for (int tokens : List.of(1, 9, 25)) {
            requireClose(losses(LESSON, PLAN.withTokensAtOnce(tokens), 1), whole);
        }
    }

    @Test
    void learnsADemonstrationOfWeightTwoLikeTheSameTwice() {
        Demonstration one = Tiny.demonstrations(1).getFirst();
        Demonstration other = new Demonstration(Tokens.of(4), Tokens.of(5, 6, 7), 1);
        Plan plan = PLAN.withRate(LearningRate.constant(1e-2));
        requireClose(
                losses(
                        new Lesson.Imitation(List.of(new Demonstration(one.prompt(), one.reply(), 2), other)),
                        plan.withBatch(2),
                        1),
                losses(new Lesson.Imitation(List.of(one, one, other)), plan.withBatch(3), 1));
    }

    @Test
    void learnsItsDemonstrationsByHeart() {
        Lesson lesson = new Lesson.Imitation(List.of(Demonstration.ofDocument(Tokens.of(1, 5, 2, 9, 3, 3, 8))));
        Plan plan = Plan.of(60).withBatch(1).withRate(LearningRate.constant(1e-2));
        List<Double> losses = losses(lesson, plan, 2);
        assertThat(losses.getFirst()).isCloseTo(Math.log(Tiny.VOCABULARY), within(.05));
        assertThat(losses.getLast()).isLessThan(.05);
    }

    @Test
    void learnsPairs() {
        Lesson lesson = new Lesson.Preferences(Tiny.preferences(4), .5);
        List<Progress> all = new ArrayList<>();
        try (Workers workers = new Workers(2);
                BaseModel base = Tiny.model();
                TorchTraining training = TorchTraining.open(
                        base,
                        lesson,
                        Plan.of(40).withBatch(4).withRate(LearningRate.constant(1e-2)),
                        folder,
                        SILENT,
                        workers)) {
            training.finish(all::add);
        }
        assertThat(all.getFirst().loss()).isCloseTo(Math.log(2), within(1e-5));
        assertThat(all.getLast().loss()).isLessThan(.3);
        assertThat(all.getLast().accuracy()).hasValue(1);
    }

    @Test
    void tellsHowItGoesOn() {
        try (Workers workers = new Workers(1);
                BaseModel base = Tiny.model();
                TorchTraining training = TorchTraining.open(base, LESSON, PLAN, folder, SILENT, workers)) {
            Progress first = training.advance();
            assertThat(first.step()).isEqualTo(1);
            assertThat(first.steps()).isEqualTo(6);
            assertThat(first.learningRate()).isCloseTo(5e-3, within(1e-12));
            assertThat(first.gradientNorm()).isPositive();
            assertThat(first.tokensPerSecond()).isPositive();
            assertThat(first.left()).isPositive();
            assertThat(first.accuracy()).isEmpty();
            assertThat(first.reward()).isEmpty();
            assertThat(first.divergence()).isEmpty();
        }
    }

    @Test
    void refusesToGoOnWithAnythingElse() {
        losses(LESSON, PLAN, 1, folder);
        requireRefused("plan", LESSON, PLAN.withSeed(1), Tiny.model());
        requireRefused("examples", new Lesson.Imitation(Tiny.demonstrations(12).reversed()), PLAN, Tiny.model());
        requireRefused("lesson", new Lesson.Imitation(Tiny.demonstrations(11)), PLAN, Tiny.model());
        requireRefused("model", LESSON, PLAN, BaseModel.random(Tiny.llama(), 8));
        assertThat(losses(LESSON, PLAN.withSaving(Saving.everySteps(1)), 1, folder))
                .hasSize(6);
    }

    private void requireRefused(String what, Lesson lesson, Plan plan, BaseModel model) {
        try (Workers workers = new Workers(1);
                model) {
            assertThatThrownBy(() -> TorchTraining.open(model, lesson, plan, folder, SILENT, workers))
                    .isInstanceOf(CheckpointException.class)
                    .hasMessageContaining("another " + what);
        }
    }

    @Test
    void refusesAStateThatIsDamaged() throws Exception {
        losses(LESSON, PLAN, 1, folder);
        Path state = folder.resolve(RunState.NAME);
        byte[] bytes = Files.readAllBytes(state);
        Files.write(state, Arrays.copyOf(bytes, bytes.length / 2));
        assertThatThrownBy(() -> losses(LESSON, PLAN, 1, folder))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining(state.toString());
    }

    @Test
    void refusesWhatTheModelCannotRead() {
        requireRefused(new Demonstration(Tokens.of(1), Tokens.of(Tiny.VOCABULARY), 1), "the vocabulary ends at 12");
        requireRefused(Demonstration.ofDocument(Tokens.of(new int[33])), "reads 32 at once");
    }

    private void requireRefused(Demonstration demonstration, String why) {
        assertThatThrownBy(() -> losses(new Lesson.Imitation(List.of(demonstration)), PLAN, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("demonstration 0")
                .hasMessageContaining(why);
    }

    @Test
    void refusesAnAdapterBesideWhatIsNotThere() {
        Plan plan = PLAN.withTrained(new Trained.Adapter(2, 4, List.of("q_proj", "c_attn")));
        assertThatThrownBy(() -> losses(LESSON, plan, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'c_attn'")
                .hasMessageContaining("down_proj, gate_proj, k_proj, o_proj, q_proj, up_proj, v_proj");
    }

    private List<Double> losses(Lesson lesson, Plan plan, int workers) {
        return losses(lesson, plan, workers, folder.resolve("run" + runs++));
    }

    private static List<Double> losses(Lesson lesson, Plan plan, int count, Path run) {
        try (Workers workers = new Workers(count);
                BaseModel base = Tiny.model();
                TorchTraining training = TorchTraining.open(base, lesson, plan, run, SILENT, workers)) {
            training.finish(progress -> {});
            return training.losses();
        }
    }

    /** Rounding grows with the steps; a step that is wrong in one token would be a hundredth off. */
    private static void requireClose(List<Double> losses, List<Double> expected) {
        assertThat(losses).hasSameSizeAs(expected);
        for (int i = 0; i < losses.size(); i++) {
            assertThat(losses.get(i)).isCloseTo(expected.get(i), within(1e-5 * expected.get(i)));
        }
    }
}
