package org.dramatis.core.selection;

import org.dramatis.core.number.LogVector;

/**
 * What training on a set of examples asks of the logits z over the cast, where {@code w = softmax(z)}.
 *
 * <p>Each example has an objective that training climbs; the push of the example is its gradient in z, and the
 * curvature its second derivative. Arrays are in cast order, and results are added to {@code sum}.
 */
public sealed interface TrainingSignal permits WeightedReplies, PreferencePairs {

    int examples();

    int personas();

    /**
     * What the example is worth to Bayes' rule, for a character behind all the data: its log-likelihoods counted by its
     * advantage, or the log-odds of the chosen reply against the rejected one.
     */
    LogVector evidence(int example);

    /** What training on the example climbs, in nats. */
    double objective(int example, double[] logits);

    /** Adds {@code scale} times the gradient of the objective. */
    void addPush(int example, double[] logits, double scale, double[] sum);

    /** Adds {@code scale} times the Hessian of the objective multiplied with {@code direction}. */
    void addCurvature(int example, double[] logits, double[] direction, double scale, double[] sum);
}
