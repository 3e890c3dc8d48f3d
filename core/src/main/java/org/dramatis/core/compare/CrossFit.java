package org.dramatis.core.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.dramatis.core.evidence.EvidenceMatrix;
import org.dramatis.core.evidence.EvidenceMatrixBuilder;
import org.dramatis.core.number.Weights;

/**
 * The weights of the best mixture of personas, fitted for every prompt on other prompts only: weights fitted on a reply
 * itself would flatter the mixture by their own noise.
 */
final class CrossFit {
    private final List<List<TunedReply>> prompts;
    private final Function<EvidenceMatrix, Weights> fitter;

    /** @param prompts the replies, gathered by prompt */
    CrossFit(List<List<TunedReply>> prompts, Function<EvidenceMatrix, Weights> fitter) {
        this.prompts = prompts;
        this.fitter = fitter;
    }

    /**
     * For every prompt, in order, the weights fitted on the prompts of the other folds; prompt i is of fold i mod
     * folds.
     */
    List<Weights> weights(int folds) {
        if (folds < 2 || folds > prompts.size()) {
            throw new IllegalArgumentException(folds + " folds of " + prompts.size()
                    + " prompts: ask for 2 or more, and for no more than there are prompts");
        }
        List<Weights> fitted = new ArrayList<>();
        for (int fold = 0; fold < folds; fold++) {
            fitted.add(fitter.apply(without(fold, folds)));
        }
        List<Weights> weights = new ArrayList<>();
        for (int prompt = 0; prompt < prompts.size(); prompt++) {
            weights.add(fitted.get(prompt % folds));
        }
        return weights;
    }

    private EvidenceMatrix without(int fold, int folds) {
        EvidenceMatrixBuilder builder = EvidenceMatrix.builder(
                prompts.getFirst().getFirst().logPersonas().size());
        for (int prompt = 0; prompt < prompts.size(); prompt++) {
            if (prompt % folds != fold) {
                prompts.get(prompt).forEach(reply -> builder.add(reply.logPersonas()));
            }
        }
        return builder.build();
    }
}
