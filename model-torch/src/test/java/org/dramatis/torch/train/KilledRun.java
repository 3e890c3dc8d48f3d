package org.dramatis.torch.train;

import java.nio.file.Path;
import org.dramatis.model.train.LearningRate;
import org.dramatis.model.train.Lesson;
import org.dramatis.model.train.Plan;
import org.dramatis.model.train.Saving;
import org.dramatis.torch.Workers;

/** A process that trains, for {@link KillTest} to kill: it prints each step that its state holds. */
final class KilledRun {
    static final Plan PLAN =
            Plan.of(60).withBatch(4).withRate(new LearningRate(1e-2, 5, .1)).withSaving(Saving.everySteps(1));

    private KilledRun() {}

    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) {
        try (Workers workers = new Workers(2);
                BaseModel base = Tiny.model();
                TorchTraining run = open(base, Path.of(arguments[0]), workers)) {
            System.out.println(run.step());
            run.finish(progress -> System.out.println(progress.step()));
        }
    }

    static TorchTraining open(BaseModel base, Path folder, Workers workers) {
        return TorchTraining.open(
                base,
                new Lesson.Imitation(Tiny.demonstrations(9)),
                PLAN,
                folder,
                network -> {
                    throw new AssertionError("nobody speaks here");
                },
                workers);
    }
}
