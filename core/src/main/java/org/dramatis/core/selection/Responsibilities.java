package org.dramatis.core.selection;

import org.dramatis.core.evidence.EvidenceMatrix;
import org.dramatis.core.number.LogSpace;

/** The weights {@code w = softmax(z)} and the responsibilities {@code r = softmax(z + l)} of one row, as plain arrays. */
final class Responsibilities {
    private Responsibilities() {}

    static double[] weights(double[] logits) {
        double[] weights = logits.clone();
        LogSpace.softmaxInPlace(weights);
        return weights;
    }

    static double[] of(EvidenceMatrix evidence, int row, double[] logits) {
        double[] responsibilities = joint(evidence, row, logits);
        LogSpace.softmaxInPlace(responsibilities);
        return responsibilities;
    }

    /** {@code log sum_k w_k exp(l_k)}, less the largest l_k of the row. */
    static double logMixture(EvidenceMatrix evidence, int row, double[] logits) {
        return LogSpace.logSumExp(joint(evidence, row, logits)) - LogSpace.logSumExp(logits);
    }

    /** Adds {@code scale * (diag(p) - p p^T) direction}: how p = softmax(z) changes when z moves along direction. */
    static void addSpread(double[] probabilities, double[] direction, double scale, double[] sum) {
        double mean = 0;
        for (int k = 0; k < probabilities.length; k++) {
            mean += probabilities[k] * direction[k];
        }
        for (int k = 0; k < probabilities.length; k++) {
            sum[k] += scale * probabilities[k] * (direction[k] - mean);
        }
    }

    private static double[] joint(EvidenceMatrix evidence, int row, double[] logits) {
        double[] joint = logits.clone();
        boolean possible = false;
        for (int k = 0; k < joint.length; k++) {
            joint[k] += evidence.logRatio(row, k);
            possible |= joint[k] != Double.NEGATIVE_INFINITY;
        }
        if (!possible) {
            throw new IllegalArgumentException("row " + row + " is impossible under every persona of positive weight");
        }
        return joint;
    }
}
