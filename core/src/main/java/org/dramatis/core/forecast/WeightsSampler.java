package org.dramatis.core.forecast;

import java.util.random.RandomGenerator;
import org.dramatis.core.evidence.Clusters;
import org.dramatis.core.number.Weights;
import org.dramatis.core.selection.ContextFeatures;
import org.dramatis.core.selection.FieldSelection;
import org.dramatis.core.selection.RatePosterior;
import org.dramatis.core.selection.Selection;
import org.dramatis.core.selection.TrainingPlan;
import org.dramatis.core.selection.TrainingSignal;

/**
 * Draws the weights after training as they might have been: on a bootstrap sample of the examples, at a rate drawn from
 * its posterior.
 *
 * <p>Examples of one cluster (copies, turns of one conversation) are drawn together. They are read in the order drawn,
 * whatever the order of the plan.
 */
public interface WeightsSampler {
    Weights draw(RandomGenerator random);

    /** Where the context plays no part. */
    static WeightsSampler retrained(
            Weights prior, TrainingSignal signal, Clusters examples, TrainingPlan plan, RatePosterior rate) {
        examples.requireRows(signal.examples());
        return random -> Selection.run(prior, signal, endOnly(plan).with(examples.resample(random)), rate.draw(random))
                .end();
    }

    /** In the context of a probe, with the features {@code probe}. */
    static WeightsSampler retrained(
            Weights prior,
            TrainingSignal signal,
            Clusters examples,
            TrainingPlan plan,
            RatePosterior rate,
            ContextFeatures contexts,
            double... probe) {
        examples.requireRows(signal.examples());
        return random -> FieldSelection.run(
                        prior, signal, contexts, endOnly(plan).with(examples.resample(random)), rate.draw(random))
                .end()
                .at(probe);
    }

    private static TrainingPlan endOnly(TrainingPlan plan) {
        return plan.recordedEvery(Math.max(1, plan.steps()));
    }
}
