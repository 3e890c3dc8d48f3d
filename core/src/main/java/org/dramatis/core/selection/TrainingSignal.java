package org.dramatis.core.selection;

import org.dramatis.core.number.Weights;

/**
 * What training on a set of examples asks of the logits z over the cast, where {@code w = softmax(z)}.
 *
 * <p>Each example has an objective that training climbs; the push of the example is its gradient in z, and the
 * curvature its second derivative. Arrays are in cast order, and results are added to {@code sum}.
 */
public abstract sealed class TrainingSignal permits WeightedReplies, PreferencePairs {
    TrainingSignal() {}

    public abstract int examples();

    public abstract int personas();

    /** What training on the example climbs, in nats. */
    abstract double objective(int example, double[] logits);

    /** Adds {@code scale} times the gradient of the objective. */
    abstract void addPush(int example, double[] logits, double scale, double[] sum);

    /** Adds {@code scale} times the Hessian of the objective multiplied with {@code direction}. */
    abstract void addCurvature(int example, double[] logits, double[] direction, double scale, double[] sum);

    /**
     * Adds what the example is worth to Bayes' rule, for one character behind all the data: its log-likelihoods counted
     * by its advantage, or the log-odds of the chosen reply against the rejected one; up to a constant.
     */
    abstract void addLogEvidence(int example, double[] sum);

    /** Checks that a prior is over the same cast and that a plan reads only examples that there are. */
    void requireFit(Weights prior, TrainingPlan plan) {
        if (personas() != prior.size()) {
            throw new IllegalArgumentException(
                    "a prior of " + prior.size() + " personas for a signal over " + personas());
        }
        if (plan.order().limit() > examples()) {
            throw new IllegalArgumentException("the plan reads example "
                    + (plan.order().limit() - 1) + " of " + examples() + ": they are counted from 0");
        }
    }
}
