package org.dramatis.core.forecast;

import java.util.random.RandomGenerator;
import org.dramatis.core.evidence.Rows;
import org.dramatis.core.number.Weights;
import org.dramatis.core.selection.RatePosterior;
import org.dramatis.core.selection.Selection;
import org.dramatis.core.selection.TrainingPlan;
import org.dramatis.core.selection.TrainingSignal;

/** Draws the weights after training as they might have been: with other episodes of the kind, at another likely rate. */
public interface WeightsSampler {
    Weights draw(RandomGenerator random);

    /** Context-free selection on bootstrap samples of the plan's examples, at rates drawn from their posterior. */
    static WeightsSampler retrained(Weights prior, TrainingSignal signal, TrainingPlan plan, RatePosterior rate) {
        TrainingPlan endOnly = plan.recordedEvery(Math.max(1, plan.steps()));
        return random -> Selection.run(prior, signal, endOnly.with(resampled(plan.order(), random)), rate.draw(random))
                .end();
    }

    /** As many rows, drawn with replacement: one bootstrap sample of episodes. */
    static Rows resampled(Rows rows, RandomGenerator random) {
        int[] drawn = new int[rows.size()];
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = rows.at(random.nextInt(rows.size()));
        }
        return Rows.of(drawn);
    }
}
