package org.dramatis.torch.train;

import java.util.Arrays;

/** How much better a reply is than the others to its prompt. */
final class Advantages {
    private static final double EPSILON = 1e-4;

    private Advantages() {}

    /** {@code (reward - mean)/(standard deviation + epsilon)} within each group, of rewards group after group. */
    static double[] of(double[] rewards, int group) {
        double[] advantages = new double[rewards.length];
        for (int from = 0; from < rewards.length; from += group) {
            double[] own = Arrays.copyOfRange(rewards, from, from + group);
            double mean = mean(own);
            double variance =
                    mean(Arrays.stream(own).map(r -> (r - mean) * (r - mean)).toArray());
            for (int i = 0; i < group; i++) {
                advantages[from + i] = (own[i] - mean) / (Math.sqrt(variance) + EPSILON);
            }
        }
        return advantages;
    }

    static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }
}
