package org.dramatis.torch.train;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dramatis.core.number.LogVector;

/**
 * A reply that was drawn and rated: {@code factor sum_t (- A log p_t + k d_t)}, with the estimate
 * {@code d_t = p0_t/p_t - log p0_t/p_t - 1} of the divergence from p0, the model at the start (Schulman 2020).
 *
 * @param reference log p0 of every token; empty where k is 0
 * @param factor one over the reply tokens of the step
 */
record Rated(Text text, double advantage, double divergence, Optional<LogVector> reference, double factor)
        implements Example {
    @Override
    public List<Text> texts() {
        return List.of(text);
    }

    @Override
    public double loss(double[] logs) {
        double plain = -advantage * Arrays.stream(logs).sum();
        return factor * plain + divergence * note(logs);
    }

    @Override
    public boolean isCurved() {
        return reference.isPresent();
    }

    /** {@code d/dlog p (p0/p - log p0/p - 1) = 1 - p0/p}. */
    @Override
    public double[] slopes(double[] logs) {
        double[] slopes = new double[logs.length];
        Arrays.fill(slopes, -factor * advantage);
        reference.ifPresent(log -> {
            for (int t = 0; t < logs.length; t++) {
                slopes[t] -= factor * divergence * Math.expm1(log.at(t) - logs[t]);
            }
        });
        return slopes;
    }

    /** Its share of the mean divergence. */
    @Override
    public double note(double[] logs) {
        return factor * reference.map(log -> divergence(log, logs)).orElse(0.0);
    }

    private static double divergence(LogVector reference, double[] logs) {
        double sum = 0;
        for (int t = 0; t < logs.length; t++) {
            double ratio = reference.at(t) - logs[t];
            sum += Math.expm1(ratio) - ratio;
        }
        return sum;
    }
}
