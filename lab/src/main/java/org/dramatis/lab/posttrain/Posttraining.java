package org.dramatis.lab.posttrain;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.dramatis.audit.framing.Framing;
import org.dramatis.audit.probe.ProbeReader;
import org.dramatis.checkpoint.tensors.DataType;
import org.dramatis.core.forecast.Probe;
import org.dramatis.core.number.Weights;
import org.dramatis.lab.training.Session;
import org.dramatis.lab.training.Trainer;
import org.dramatis.model.train.Lesson;
import org.dramatis.model.train.Plan;
import org.dramatis.model.train.Progress;

/**
 * Trains a model on a lesson and looks at its behaviour on the way.
 *
 * @param every steps between looks; the start and the end are looked at too
 */
public record Posttraining(Trainer trainer, Framing framing, List<Probe> probes, int every) {
    /** The folder of a run's state, below that of its model. */
    public static final String STATE = "run";

    public Posttraining {
        probes = List.copyOf(probes);
        if (every < 1) {
            throw new IllegalArgumentException("a look every " + every + " steps: every 1 or more");
        }
    }

    /** How probable each listed answer of each probe is after so many steps. */
    public record Look(int step, List<Weights> answers) {
        public Look {
            answers = List.copyOf(answers);
        }
    }

    /**
     * Trains, or goes on where it was interrupted.
     *
     * @param base a model's folder
     * @param folder of the new model; the state of the run lies in {@code run} below it, the looks in {@code behaviour.jsonl}
     * @return the looks, also those of earlier processes
     */
    public List<Look> run(
            Path base, Lesson lesson, Plan plan, Path folder, Consumer<Progress> listener, BooleanSupplier stop) {
        return run(base, lesson, plan, folder, listener, stop, session -> session.saveModel(folder, DataType.F16));
    }

    /** The same without a model in the end: only what was seen on the way is kept. */
    public List<Look> watch(
            Path base, Lesson lesson, Plan plan, Path folder, Consumer<Progress> listener, BooleanSupplier stop) {
        return run(base, lesson, plan, folder, listener, stop, session -> {});
    }

    /** The looks of a run that came to its end; none where it did not. */
    public List<Look> seen(Path folder, Plan plan) {
        List<Look> looks = looks(folder).upTo(plan.steps());
        return looks.isEmpty() || looks.getLast().step() < plan.steps() ? List.of() : looks;
    }

    private List<Look> run(
            Path base,
            Lesson lesson,
            Plan plan,
            Path folder,
            Consumer<Progress> listener,
            BooleanSupplier stop,
            Consumer<Session> atTheEnd) {
        try (Session session = trainer.train(base, lesson, plan, folder.resolve(STATE))) {
            LookFile file = looks(folder);
            List<Look> looks = new ArrayList<>(file.upTo(session.step()));
            if (looks.isEmpty()) {
                look(session, file, looks);
            }
            boolean done = session.finish(
                    progress -> {
                        listener.accept(progress);
                        if (progress.step() % every == 0 || progress.step() == progress.steps()) {
                            look(session, file, looks);
                        }
                    },
                    stop);
            if (done) {
                atTheEnd.accept(session);
            }
            return looks;
        }
    }

    private LookFile looks(Path folder) {
        return new LookFile(folder.resolve("behaviour.jsonl"), probes);
    }

    private void look(Session session, LookFile file, List<Look> looks) {
        Look look = new Look(session.step(), new ProbeReader(framing, session.scorer()).bare(probes));
        file.add(look);
        looks.add(look);
    }
}
