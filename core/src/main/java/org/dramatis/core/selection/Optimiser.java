package org.dramatis.core.selection;

/** How a gradient becomes a step. */
public sealed interface Optimiser {

    /** The step is the gradient times the rate. */
    record Plain() implements Optimiser {}

    /** Kingma and Ba (2015): running means of gradient and squared gradient, corrected for their start at 0. */
    record Adam(double meanDecay, double squareDecay, double epsilon) implements Optimiser {
        public static final Adam STANDARD = new Adam(0.9, 0.999, 1e-8);

        public Adam {
            if (!(meanDecay >= 0 && meanDecay < 1 && squareDecay >= 0 && squareDecay < 1 && epsilon > 0)) {
                throw new IllegalArgumentException("Adam with decays " + meanDecay + ", " + squareDecay
                        + " and epsilon " + epsilon + ": decays must lie in [0, 1), epsilon above 0");
            }
        }
    }
}
