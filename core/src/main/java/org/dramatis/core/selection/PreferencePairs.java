package org.dramatis.core.selection;

import org.dramatis.core.evidence.EvidenceMatrix;
import org.dramatis.core.number.LogSpace;
import org.dramatis.core.number.Weights;

/**
 * Pairs of a chosen and a rejected reply to the same prompt, learnt by direct preference optimisation (Rafailov et al.
 * 2023) against the weights before training.
 *
 * <pre>
 *   margin      m = [log p_w(chosen) - log p_w(rejected)] - [log p_ref(chosen) - log p_ref(rejected)]
 *   objective   log sigmoid(beta m)
 *   push        beta sigmoid(-beta m) (r_k(chosen) - r_k(rejected))
 * </pre>
 */
public final class PreferencePairs extends TrainingSignal {
    private final EvidenceMatrix chosen;
    private final EvidenceMatrix rejected;
    private final double beta;
    private final double[] reference;

    /**
     * Row e of {@code chosen} was preferred to row e of {@code rejected}.
     *
     * @param beta how strongly the margin counts, 0.1 in common practice
     */
    public PreferencePairs(EvidenceMatrix chosen, EvidenceMatrix rejected, double beta, Weights reference) {
        if (chosen.rows() != rejected.rows() || chosen.personas() != rejected.personas()) {
            throw new IllegalArgumentException("pairs need as many chosen as rejected replies over one cast, got "
                    + chosen.rows() + " x " + chosen.personas() + " and " + rejected.rows() + " x "
                    + rejected.personas());
        }
        if (!(beta > 0) || Double.isInfinite(beta)) {
            throw new IllegalArgumentException("beta is " + beta + ": it must be positive and finite");
        }
        if (reference.size() != chosen.personas()) {
            throw new IllegalArgumentException(
                    reference.size() + " reference weights for evidence of " + chosen.personas() + " personas");
        }
        this.chosen = chosen;
        this.rejected = rejected;
        this.beta = beta;
        this.reference = reference.logs().toArray();
    }

    @Override
    public int examples() {
        return chosen.rows();
    }

    @Override
    public int personas() {
        return chosen.personas();
    }

    @Override
    void addLogEvidence(int example, double[] sum) {
        for (int k = 0; k < sum.length; k++) {
            if (rejected.logRatio(example, k) == Double.NEGATIVE_INFINITY) {
                throw new IllegalArgumentException("the rejected reply " + example + " is impossible under persona " + k
                        + ": no log-odds of the chosen one follow");
            }
            sum[k] += chosen.logRatio(example, k) - rejected.logRatio(example, k);
        }
    }

    @Override
    double objective(int example, double[] logits) {
        return LogSpace.logSigmoid(beta * margin(example, logits));
    }

    @Override
    void addPush(int example, double[] logits, double scale, double[] sum) {
        double pull = scale * beta * LogSpace.sigmoid(-beta * margin(example, logits));
        double[] up = Responsibilities.of(chosen, example, logits);
        double[] down = Responsibilities.of(rejected, example, logits);
        for (int k = 0; k < sum.length; k++) {
            sum[k] += pull * (up[k] - down[k]);
        }
    }

    @Override
    void addCurvature(int example, double[] logits, double[] direction, double scale, double[] sum) {
        double margin = beta * margin(example, logits);
        double pull = scale * beta * LogSpace.sigmoid(-margin);
        double[] up = Responsibilities.of(chosen, example, logits);
        double[] down = Responsibilities.of(rejected, example, logits);
        double along = 0;
        for (int k = 0; k < sum.length; k++) {
            along += (up[k] - down[k]) * direction[k];
        }
        double yielding = pull * beta * LogSpace.sigmoid(margin) * along;
        for (int k = 0; k < sum.length; k++) {
            sum[k] -= yielding * (up[k] - down[k]);
        }
        Responsibilities.addSpread(up, direction, pull, sum);
        Responsibilities.addSpread(down, direction, -pull, sum);
    }

    private double margin(int example, double[] logits) {
        return logOdds(example, logits) - logOdds(example, reference);
    }

    private double logOdds(int example, double[] logits) {
        return Responsibilities.logMixture(chosen, example, logits)
                - Responsibilities.logMixture(rejected, example, logits);
    }
}
