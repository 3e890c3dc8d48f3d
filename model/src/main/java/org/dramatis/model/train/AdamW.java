package org.dramatis.model.train;

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter 2019). Norms and biases do not decay.
 *
 * @param beta1 memory of the mean of gradients
 * @param beta2 memory of the mean of their squares
 */
public record AdamW(double beta1, double beta2, double epsilon, double weightDecay) {
    public static final AdamW USUAL = new AdamW(.9, .999, 1e-8, .01);

    public AdamW {
        Checks.requireBetween(0, 1, "beta 1", beta1);
        Checks.requireBetween(0, 1, "beta 2", beta2);
        Checks.requireAbove(0, "epsilon", epsilon);
        Checks.requireFrom(0, "the weight decay", weightDecay);
    }
}
