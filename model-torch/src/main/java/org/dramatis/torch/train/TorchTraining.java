package org.dramatis.torch.train;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.dramatis.checkpoint.tensors.DataType;
import org.dramatis.model.train.Lesson;
import org.dramatis.model.train.Plan;
import org.dramatis.model.train.Progress;
import org.dramatis.model.train.Trained;
import org.dramatis.model.train.TrainingRun;
import org.dramatis.torch.Workers;
import org.dramatis.torch.network.Transformer;
import org.dramatis.torch.train.Course.Lot;
import org.dramatis.torch.train.Course.Note;

/**
 * A run over libtorch. With the same beginning and the same number of workers its numbers are the same to the last bit, whether it
 * was interrupted or not; with another number of workers, to rounding.
 *
 * <pre>{@code
 * try (var workers = new Workers(2);
 *         var base = BaseModel.read(folder);
 *         var run = TorchTraining.open(base, new Lesson.Imitation(demonstrations), Plan.of(200), path, voice, workers)) {
 *     run.finish(progress -> System.out.println(progress.loss()));
 *     run.saveModel(result, DataType.BF16);
 * }
 * }</pre>
 */
public final class TorchTraining implements TrainingRun {
    private final BaseModel base;
    private final Plan plan;
    private final InstantSource clock;
    private final Transformer start;
    private final Learner learner;
    private final Course course;
    private final RunState state;
    private final List<Double> losses;
    private final Pace pace;
    private int savedStep;
    private Instant savedAt;

    private TorchTraining(
            BaseModel base, Lesson lesson, Plan plan, Path run, Voice voice, Workers workers, InstantSource clock) {
        this.base = base;
        this.plan = plan;
        this.clock = clock;
        this.state = new RunState(run, Beginning.of(base.architecture(), base.weights(), lesson, plan));
        this.start = new Transformer(base.architecture(), base.weights());
        this.learner = new Learner(base, plan.trained(), plan.optimiser(), plan.seed(), workers);
        this.losses = new ArrayList<>(state.read(learner.numbers()));
        this.course = course(lesson, voice, new ReplyScores(new Reading(start), workers, plan.tokensAtOnce()));
        this.pace = new Pace(clock);
        this.savedStep = losses.size();
        this.savedAt = clock.instant();
    }

    /**
     * Begins a run, or goes on with the one whose state is in the folder.
     *
     * @param base stays open until the run is closed
     * @param run a folder of its own; made where it is missing
     * @param voice draws the replies of a lesson with rewards
     * @throws org.dramatis.checkpoint.CheckpointException when the folder is of a run that began with another model, lesson or
     *     plan
     */
    public static TorchTraining open(BaseModel base, Lesson lesson, Plan plan, Path run, Voice voice, Workers workers) {
        return open(base, lesson, plan, run, voice, workers, InstantSource.system());
    }

    static TorchTraining open(
            BaseModel base, Lesson lesson, Plan plan, Path run, Voice voice, Workers workers, InstantSource clock) {
        new Requirements(base.architecture()).check(lesson);
        return new TorchTraining(base, lesson, plan, run, voice, workers, clock);
    }

    private Course course(Lesson lesson, Voice voice, ReplyScores scores) {
        return switch (lesson) {
            case Lesson.Imitation imitation -> new ImitationCourse(imitation, plan);
            case Lesson.Preferences preferences -> new PreferenceCourse(preferences, plan, scores);
            case Lesson.Rewarded rewarded -> new RewardCourse(rewarded, plan, voice.of(learner.transformer()), scores);
        };
    }

    @Override
    public int step() {
        return losses.size();
    }

    @Override
    public int steps() {
        return plan.steps();
    }

    @Override
    public List<Double> losses() {
        return List.copyOf(losses);
    }

    /** The network with its weights as they are now; valid until the run is closed. */
    public Transformer network() {
        return learner.transformer();
    }

    @Override
    public Progress advance() {
        int step = step();
        if (step == plan.steps()) {
            throw new IllegalStateException("all " + step + " steps are done: a longer run is another plan");
        }
        Lot lot = course.lot(step);
        Reading.Sums sums = learner.learn(lot.examples(), plan.tokensAtOnce());
        double norm = learner.gradientNorm();
        requireFinite(step, sums.loss(), norm);
        double rate = plan.rate().at(step, plan.steps());
        learner.step(step + 1, rate, norm, plan.clip());
        losses.add(sums.loss());
        if (step() == plan.steps()
                || plan.saving().isDue(step() - savedStep, Duration.between(savedAt, clock.instant()))) {
            save();
        }
        return progress(lot, sums, rate, norm);
    }

    private static void requireFinite(int step, double loss, double norm) {
        if (!Double.isFinite(loss) || !Double.isFinite(norm)) {
            throw new IllegalStateException("step " + (step + 1) + " has loss " + loss + " and gradient norm " + norm
                    + ": both must be finite. Begin again with a lower learning rate or a longer warm-up");
        }
    }

    private Progress progress(Lot lot, Reading.Sums sums, double rate, double norm) {
        long tokens = lot.examples().stream().mapToLong(Example::tokens).sum();
        Note note = course.note();
        double perSecond = pace.tokensPerSecond(tokens);
        return new Progress(
                step(),
                plan.steps(),
                sums.loss(),
                rate,
                norm,
                perSecond,
                pace.left(plan.steps() - step()),
                note.of(sums.note(), Note.ACCURACY),
                lot.reward(),
                note.of(sums.note(), Note.DIVERGENCE));
    }

    @Override
    public void save() {
        state.write(losses, learner.numbers());
        savedStep = step();
        savedAt = clock.instant();
    }

    /**
     * Writes what was learnt so that other tools load it: a model of its own, or with an adapter that alone, in the layout of PEFT.
     *
     * @param type of the numbers: F32, F16 or BF16
     */
    public void saveModel(Path folder, DataType type) {
        switch (plan.trained()) {
            case Trained.Everything() -> SavedModel.write(folder, base, type, learner.layout(), learner.values());
            case Trained.Adapter adapter ->
                SavedAdapter.write(folder, base, type, adapter, learner.layout(), learner.values());
        }
    }

    @Override
    public void close() {
        learner.close();
        start.close();
    }
}
