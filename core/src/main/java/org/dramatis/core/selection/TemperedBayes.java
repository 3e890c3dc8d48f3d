package org.dramatis.core.selection;

import java.util.ArrayList;
import java.util.List;
import org.dramatis.core.evidence.Rows;
import org.dramatis.core.number.LogVector;
import org.dramatis.core.number.Weights;

/**
 * The posterior of one character behind all examples, each counted tau times: {@code w ∝ prior * prod_e p_k(e)^tau}.
 *
 * <p>It stands beside {@link Selection} in every report. It never saturates, so it ends all-or-nothing on mixed data.
 */
public final class TemperedBayes {
    private TemperedBayes() {}

    /** The posterior after each batch of a training plan; its schedule and optimiser play no part. */
    public static Trajectory<Weights> run(Weights prior, TrainingSignal signal, TrainingPlan plan, double tau) {
        signal.requireFit(prior, plan);
        List<Trajectory.Checkpoint<Weights>> checkpoints = new ArrayList<>();
        checkpoints.add(new Trajectory.Checkpoint<>(0, prior));
        double[] total = new double[prior.size()];
        for (int step = 0; step < plan.steps(); step++) {
            Rows batch = plan.batch(step);
            for (int i = 0; i < batch.size(); i++) {
                signal.addLogEvidence(batch.at(i), total);
            }
            if (plan.records(step + 1)) {
                Weights weights = prior.after(LogVector.of(total).tempered(tau));
                checkpoints.add(new Trajectory.Checkpoint<>(step + 1, weights));
            }
        }
        return new Trajectory<>(checkpoints);
    }
}
