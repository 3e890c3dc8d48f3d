package org.dramatis.core.selection;

import java.util.ArrayList;
import java.util.List;
import org.dramatis.core.evidence.EvidenceMatrix;
import org.dramatis.core.evidence.RowCounts;
import org.dramatis.core.evidence.Rows;
import org.dramatis.core.number.LogVector;
import org.dramatis.core.number.Weights;

/**
 * The posterior of one character behind all episodes, each counted tau times: {@code w ∝ prior * prod_e p_k(e)^tau}.
 *
 * <p>It stands beside {@link Selection} in every report. It never saturates, so it ends all-or-nothing on mixed data.
 */
public final class TemperedBayes {
    private TemperedBayes() {}

    /** The posterior after the given rows, row n counted {@code counts} times. */
    public static Weights posterior(Weights prior, EvidenceMatrix evidence, Rows rows, RowCounts counts, double tau) {
        return Weights.softmax(prior.logs().plus(total(evidence, rows, counts).tempered(tau)));
    }

    /** The posterior after each batch of a training plan; its schedule and optimiser play no part. */
    public static Trajectory<Weights> run(Weights prior, EvidenceMatrix evidence, TrainingPlan plan, double tau) {
        List<Trajectory.Checkpoint<Weights>> checkpoints = new ArrayList<>();
        checkpoints.add(new Trajectory.Checkpoint<>(0, prior));
        LogVector total = LogVector.of(new double[prior.size()]);
        for (int step = 0; step < plan.steps(); step++) {
            total = total.plus(total(evidence, plan.batch(step), RowCounts.ONCE));
            if (plan.records(step + 1)) {
                Weights weights = Weights.softmax(prior.logs().plus(total.tempered(tau)));
                checkpoints.add(new Trajectory.Checkpoint<>(step + 1, weights));
            }
        }
        return new Trajectory<>(checkpoints);
    }

    private static LogVector total(EvidenceMatrix evidence, Rows rows, RowCounts counts) {
        double[] total = new double[evidence.personas()];
        for (int i = 0; i < rows.size(); i++) {
            int row = rows.at(i);
            double count = counts.at(row);
            if (count != 0) {
                for (int k = 0; k < total.length; k++) {
                    total[k] += count * evidence.logLikelihood(row, k);
                }
            }
        }
        return LogVector.of(total);
    }
}
