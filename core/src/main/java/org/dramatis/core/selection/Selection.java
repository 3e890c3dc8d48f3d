package org.dramatis.core.selection;

import java.util.ArrayList;
import java.util.List;
import org.dramatis.core.evidence.ResponsibilitySum;
import org.dramatis.core.evidence.Rows;
import org.dramatis.core.number.LogVector;
import org.dramatis.core.number.Weights;

/**
 * How training moves the weights when the context plays no part.
 *
 * <pre>
 *   r_k(e) = w_k exp(l_k(e)) / sum_j w_j exp(l_j(e))
 *   z_k   &lt;- z_k + eta (1/B) sum_e a_e (r_k(e) - w_k),   w = softmax(z)
 * </pre>
 *
 * <p>This is gradient ascent on the mixture likelihood in the logits: bounded for each episode and saturating, and its
 * fixed point is the maximum-likelihood mixture. A persona of prior weight 0 stays at 0.
 */
public final class Selection {
    private Selection() {}

    /**
     * Runs a training plan from the prior.
     *
     * @param rate eta, fitted to real training runs and never assumed
     */
    public static Trajectory<Weights> run(Weights prior, TrainingSignal signal, TrainingPlan plan, double rate) {
        signal.requireFit(prior, plan);
        List<Trajectory.Checkpoint<Weights>> checkpoints = new ArrayList<>();
        Ascent.climb(
                prior.size(),
                plan,
                rate,
                (shift, batch, gradient) -> addMeanPush(signal, moved(prior, shift), batch, gradient),
                (step, shift) -> checkpoints.add(new Trajectory.Checkpoint<>(step, moved(prior, shift))));
        return new Trajectory<>(checkpoints);
    }

    private static Weights moved(Weights prior, double[] shift) {
        return Weights.softmax(prior.logs().plus(LogVector.of(shift)));
    }

    private static void addMeanPush(TrainingSignal signal, Weights weights, Rows batch, double[] gradient) {
        double share = 1.0 / batch.size();
        switch (signal) {
            case WeightedReplies replies -> {
                ResponsibilitySum sum = replies.evidence().responsibilities(weights, batch, replies.advantages());
                for (int k = 0; k < gradient.length; k++) {
                    gradient[k] += share * (sum.responsibility(k) - sum.rows() * weights.at(k));
                }
            }
            case PreferencePairs pairs -> {
                double[] logits = weights.logs().toArray();
                for (int i = 0; i < batch.size(); i++) {
                    pairs.addPush(batch.at(i), logits, share, gradient);
                }
            }
        }
    }
}
