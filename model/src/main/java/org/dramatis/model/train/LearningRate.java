package org.dramatis.model.train;

/**
 * The length of a step: it grows in a line for {@code warmUp} steps to the peak, and falls from there along half a cosine to the
 * floor, which the last step reaches.
 *
 * @param floor a share of the peak, from 0 to 1; 1 for a rate that stays
 */
public record LearningRate(double peak, int warmUp, double floor) {
    public LearningRate {
        Checks.requireAbove(0, "the peak of the learning rate", peak);
        Checks.require(warmUp >= 0, "the warm-up", warmUp, "0 steps or more");
        Checks.require(floor >= 0 && floor <= 1, "the floor of the learning rate", floor, "a share from 0 to 1");
    }

    /** Neither warm-up nor decay. */
    public static LearningRate constant(double rate) {
        return new LearningRate(rate, 0, 1);
    }

    /** The rate of step number {@code step}, from 0, of {@code steps}. */
    public double at(int step, int steps) {
        if (step < warmUp) {
            return peak * (step + 1) / warmUp;
        }
        int last = steps - 1 - warmUp;
        double done = last <= 0 ? 0 : (double) (step - warmUp) / last;
        return peak * (floor + (1 - floor) * (1 + Math.cos(Math.PI * done)) / 2);
    }
}
