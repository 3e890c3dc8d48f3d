package org.dramatis.torch.train;

import java.util.Arrays;
import java.util.List;

/**
 * A demonstration: {@code - factor sum_t log p_t}.
 *
 * @param factor its weight over the weighed number of reply tokens in the step
 */
record Imitated(Text text, double factor) implements Example {
    @Override
    public List<Text> texts() {
        return List.of(text);
    }

    @Override
    public double loss(double[] logs) {
        return -factor * Arrays.stream(logs).sum();
    }

    @Override
    public boolean isCurved() {
        return false;
    }

    @Override
    public double[] slopes(double[] logs) {
        double[] slopes = new double[logs.length];
        Arrays.fill(slopes, -factor);
        return slopes;
    }

    @Override
    public double note(double[] logs) {
        return 0;
    }
}
