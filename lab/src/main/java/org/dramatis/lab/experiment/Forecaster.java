package org.dramatis.lab.experiment;

import java.util.ArrayList;
import java.util.List;
import org.dramatis.audit.data.ScoredData;
import org.dramatis.core.number.Weights;
import org.dramatis.core.selection.Field;
import org.dramatis.core.selection.FieldSelection;
import org.dramatis.core.selection.ObservedRun;
import org.dramatis.core.selection.TrainingPlan;
import org.dramatis.core.selection.TrainingSignal;
import org.dramatis.core.selection.Trajectory;
import org.dramatis.lab.posttrain.Posttraining.Look;
import org.dramatis.model.train.Plan;

/** Foretells the looks of a training run from the evidence of its data: selection, then what each persona would answer. */
record Forecaster(StartingPoint start, Plan plan, int every) {

    List<Look> forecast(ScoredData data, double rate) {
        List<Look> looks = new ArrayList<>();
        for (Trajectory.Checkpoint<Field> checkpoint : trajectory(data, rate).checkpoints()) {
            looks.add(new Look(checkpoint.step(), start.answers(checkpoint.state())));
        }
        return looks;
    }

    private Trajectory<Field> trajectory(ScoredData data, double rate) {
        TrainingSignal signal = data.signal(start.prior());
        return FieldSelection.run(
                start.prior(),
                signal,
                data.contexts(),
                TrainingPlan.inOrder(signal.examples(), plan.batch(), plan.steps())
                        .recordedEvery(every),
                rate);
    }

    /** A run that was really trained, as something to fit the rate to: the shift of every answer on every probe. */
    ObservedRun pilot(ScoredData data, List<Look> observed) {
        return new ObservedRun(shifts(observed), rate -> shifts(forecast(data, rate)));
    }

    /** What changed since before training, over looks, probes and answers. */
    static double[] shifts(List<Look> looks) {
        List<Double> shifts = new ArrayList<>();
        List<Weights> before = looks.getFirst().answers();
        for (Look look : looks.subList(1, looks.size())) {
            for (int i = 0; i < before.size(); i++) {
                for (int b = 0; b < before.get(i).size(); b++) {
                    shifts.add(look.answers().get(i).at(b) - before.get(i).at(b));
                }
            }
        }
        return shifts.stream().mapToDouble(shift -> shift).toArray();
    }
}
