package org.dramatis.torch.train;

import java.util.Arrays;
import java.util.List;

/**
 * A pair: {@code - factor log sigmoid(m)} with the margin
 * {@code m = beta (sum_t log p_t (chosen) - sum_t log p_t (rejected) - reference)}.
 *
 * @param reference the difference of the two sums under the model at the start
 * @param factor one over the pairs of the step
 */
record Preferred(Text chosen, Text rejected, double reference, double beta, double factor) implements Example {
    @Override
    public List<Text> texts() {
        return List.of(chosen, rejected);
    }

    @Override
    public double loss(double[] logs) {
        double margin = margin(logs);
        // log(1 + exp(-m)) without overflow
        return factor * (Math.max(-margin, 0) + Math.log1p(Math.exp(-Math.abs(margin))));
    }

    @Override
    public boolean isCurved() {
        return true;
    }

    /** {@code d/dm (- log sigmoid(m)) = - sigmoid(-m)}. */
    @Override
    public double[] slopes(double[] logs) {
        double slope = -factor * beta / (1 + Math.exp(margin(logs)));
        double[] slopes = new double[logs.length];
        Arrays.fill(slopes, 0, chosen.reply().length(), slope);
        Arrays.fill(slopes, chosen.reply().length(), logs.length, -slope);
        return slopes;
    }

    /** Its share of the accuracy. */
    @Override
    public double note(double[] logs) {
        return margin(logs) > 0 ? factor : 0;
    }

    private double margin(double[] logs) {
        return beta * (difference(chosen, logs) - reference);
    }

    /** What a pair's chosen reply is likelier than the other, in nats. */
    static double difference(Text chosen, double[] logs) {
        int split = chosen.reply().length();
        return Arrays.stream(logs, 0, split).sum()
                - Arrays.stream(logs, split, logs.length).sum();
    }
}
