package org.dramatis.core.selection;

import org.dramatis.core.evidence.EvidenceMatrix;
import org.dramatis.core.evidence.RowCounts;
import org.dramatis.core.number.LogVector;

/**
 * Replies to learn, each with its advantage a_e: 1 in plain supervised data, a positive weight in weighted data, any
 * sign in reinforcement data.
 *
 * <pre>
 *   objective   a_e log sum_k w_k exp(l_k(e))
 *   push        a_e (r_k(e) - w_k),   r_k(e) = w_k exp(l_k(e)) / sum_j w_j exp(l_j(e))
 * </pre>
 */
public final class WeightedReplies implements TrainingSignal {
    private final EvidenceMatrix evidence;
    private final RowCounts advantages;

    private WeightedReplies(EvidenceMatrix evidence, RowCounts advantages) {
        this.evidence = evidence;
        this.advantages = advantages;
    }

    /** Plain supervised data: every reply is to be learnt alike. */
    public static WeightedReplies supervised(EvidenceMatrix evidence) {
        return new WeightedReplies(evidence, RowCounts.ONCE);
    }

    /** Supervised data with weights, none of them negative. */
    public static WeightedReplies weighted(EvidenceMatrix evidence, RowCounts weights) {
        return new WeightedReplies(evidence, weights.requireNotNegative(evidence.rows()));
    }

    /** Reinforcement data: a negative advantage pushes away. */
    public static WeightedReplies reinforced(EvidenceMatrix evidence, RowCounts advantages) {
        return new WeightedReplies(evidence, advantages.requireSize(evidence.rows()));
    }

    EvidenceMatrix evidence() {
        return evidence;
    }

    RowCounts advantages() {
        return advantages;
    }

    @Override
    public int examples() {
        return evidence.rows();
    }

    @Override
    public int personas() {
        return evidence.personas();
    }

    @Override
    public LogVector evidence(int example) {
        double advantage = advantages.at(example);
        double[] counted = new double[personas()];
        for (int k = 0; k < counted.length; k++) {
            counted[k] = advantage == 0 ? 0 : advantage * evidence.logLikelihood(example, k);
        }
        return LogVector.of(counted);
    }

    @Override
    public double objective(int example, double[] logits) {
        return advantages.at(example) * Responsibilities.logMixture(evidence, example, logits);
    }

    @Override
    public void addPush(int example, double[] logits, double scale, double[] sum) {
        double[] weights = Responsibilities.weights(logits);
        double[] responsibilities = Responsibilities.of(evidence, example, logits);
        double advantage = scale * advantages.at(example);
        for (int k = 0; k < sum.length; k++) {
            sum[k] += advantage * (responsibilities[k] - weights[k]);
        }
    }

    @Override
    public void addCurvature(int example, double[] logits, double[] direction, double scale, double[] sum) {
        double advantage = scale * advantages.at(example);
        Responsibilities.addSpread(Responsibilities.of(evidence, example, logits), direction, advantage, sum);
        Responsibilities.addSpread(Responsibilities.weights(logits), direction, -advantage, sum);
    }
}
