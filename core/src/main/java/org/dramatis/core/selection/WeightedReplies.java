package org.dramatis.core.selection;

import org.dramatis.core.evidence.EvidenceMatrix;
import org.dramatis.core.evidence.RowCounts;

/**
 * Replies to learn, each with its advantage a_e: 1 in plain supervised data, a positive weight in weighted data, any
 * sign in reinforcement data.
 *
 * <pre>
 *   objective   a_e log sum_k w_k exp(l_k(e))
 *   push        a_e (r_k(e) - w_k),   r_k(e) = w_k exp(l_k(e)) / sum_j w_j exp(l_j(e))
 * </pre>
 */
public final class WeightedReplies extends TrainingSignal {
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
    void addLogEvidence(int example, double[] sum) {
        double advantage = advantages.at(example);
        for (int k = 0; k < sum.length && advantage != 0; k++) {
            sum[k] += requireBelowInfinity(advantage * evidence.logRatio(example, k), example, k);
        }
    }

    private static double requireBelowInfinity(double log, int example, int k) {
        if (log == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("example " + example + " is impossible under persona " + k
                    + ": Bayes' rule cannot count it a negative number of times");
        }
        return log;
    }

    @Override
    double objective(int example, double[] logits) {
        double logMixture = evidence.best(example) + Responsibilities.logMixture(evidence, example, logits);
        return advantages.at(example) * logMixture;
    }

    @Override
    void addPush(int example, double[] logits, double scale, double[] sum) {
        double[] weights = Responsibilities.weights(logits);
        double[] responsibilities = Responsibilities.of(evidence, example, logits);
        double advantage = scale * advantages.at(example);
        for (int k = 0; k < sum.length; k++) {
            sum[k] += advantage * (responsibilities[k] - weights[k]);
        }
    }

    @Override
    void addCurvature(int example, double[] logits, double[] direction, double scale, double[] sum) {
        double advantage = scale * advantages.at(example);
        Responsibilities.addSpread(Responsibilities.of(evidence, example, logits), direction, advantage, sum);
        Responsibilities.addSpread(Responsibilities.weights(logits), direction, -advantage, sum);
    }
}
