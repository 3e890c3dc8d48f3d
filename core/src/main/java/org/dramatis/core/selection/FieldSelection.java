package org.dramatis.core.selection;

import java.util.ArrayList;
import java.util.List;
import org.dramatis.core.evidence.Rows;
import org.dramatis.core.number.Weights;

/**
 * How training moves the weights in every context: training on a prompt moves who speaks there more than elsewhere.
 *
 * <pre>
 *   theta_k &lt;- theta_k + eta (1/B) sum_e a_e phi(x_e) (r_k(e) - w_k(x_e))
 * </pre>
 *
 * <p>A persona selector is trained on frozen features, with the exact evidence as its teacher.
 */
public final class FieldSelection {
    private FieldSelection() {}

    /**
     * Runs a training plan from the prior, which holds in every context.
     *
     * @param contexts the features of the contexts, one for every example of the signal
     */
    public static Trajectory<Field> run(
            Weights prior, TrainingSignal signal, ContextFeatures contexts, TrainingPlan plan, double rate) {
        signal.requireFit(prior, plan);
        contexts.requireExamples(signal.examples());
        int dimension = contexts.dimension();
        List<Trajectory.Checkpoint<Field>> checkpoints = new ArrayList<>();
        Ascent.climb(
                prior.size() * dimension,
                plan,
                rate,
                (theta, batch, gradient) ->
                        addPushes(prior, signal, contexts, theta, batch, 1.0 / batch.size(), gradient),
                (step, theta) ->
                        checkpoints.add(new Trajectory.Checkpoint<>(step, new Field(prior, theta, dimension))));
        return new Trajectory<>(checkpoints);
    }

    /** Adds {@code scale} times the pushes of some examples, in parameter space. */
    static void addPushes(
            Weights prior,
            TrainingSignal signal,
            ContextFeatures contexts,
            double[] theta,
            Rows examples,
            double scale,
            double[] sum) {
        for (int i = 0; i < examples.size(); i++) {
            int example = examples.at(i);
            double[] features = contexts.of(example);
            double[] push = new double[prior.size()];
            signal.addPush(example, Field.logits(prior, theta, features), scale, push);
            Field.addOuter(push, features, sum);
        }
    }
}
