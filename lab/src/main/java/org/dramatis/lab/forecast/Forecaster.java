package org.dramatis.lab.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.dramatis.audit.data.ScoredData;
import org.dramatis.core.number.Weights;
import org.dramatis.core.selection.FieldSelection;
import org.dramatis.core.selection.ObservedRun;
import org.dramatis.core.selection.Selection;
import org.dramatis.core.selection.TemperedBayes;
import org.dramatis.core.selection.TrainingPlan;
import org.dramatis.core.selection.TrainingSignal;
import org.dramatis.core.selection.Trajectory;
import org.dramatis.lab.posttrain.Posttraining.Look;
import org.dramatis.model.train.Plan;

/** Foretells the looks of a training run from the evidence of its data: selection, then what each persona would answer. */
public record Forecaster(StartingPoint start, Plan plan, int every) {

    /** What each forecast makes of evidence. */
    public enum Method {
        /** Training moves who speaks where it trains more than elsewhere. */
        FIELD,
        /** It moves who speaks everywhere alike. */
        CONTEXT_FREE,
        /** One character is behind all data, each example counted by the rate. */
        BAYES
    }

    public List<Look> forecast(ScoredData data, double rate) {
        return forecast(Method.FIELD, data, rate);
    }

    public List<Look> forecast(Method method, ScoredData data, double rate) {
        TrainingSignal signal = data.signal(start.prior());
        TrainingPlan reading = TrainingPlan.inOrder(signal.examples(), plan.batch(), plan.steps())
                .recordedEvery(every);
        return switch (method) {
            case FIELD ->
                looks(FieldSelection.run(start.prior(), signal, data.contexts(), reading, rate), start::answers);
            case CONTEXT_FREE -> looks(Selection.run(start.prior(), signal, reading, rate), start::answers);
            case BAYES -> looks(TemperedBayes.run(start.prior(), signal, reading, rate), start::answers);
        };
    }

    private static <S> List<Look> looks(Trajectory<S> trajectory, Function<S, List<Weights>> answers) {
        return trajectory.checkpoints().stream()
                .map(checkpoint -> new Look(checkpoint.step(), answers.apply(checkpoint.state())))
                .toList();
    }

    /** A run that was really trained, as something to fit the rate to: the shift of every answer on every probe. */
    public ObservedRun pilot(ScoredData data, List<Look> observed) {
        return run(Method.FIELD, data, observed, 1);
    }

    /** @param factor by which the rate is multiplied before it is used */
    public ObservedRun run(Method method, ScoredData data, List<Look> observed, double factor) {
        return new ObservedRun(shifts(observed), rate -> shifts(forecast(method, data, rate * factor)));
    }

    /** What changed since before training, over looks, probes and answers. */
    public static double[] shifts(List<Look> looks) {
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
