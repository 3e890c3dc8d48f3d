package org.dramatis.torch.generate;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.dramatis.model.generate.Sampling;

/**
 * Draws tokens from rows of log-probabilities {@code l}: by {@code p_i ~ exp(l_i / temperature)}, then among the k likeliest,
 * then among the likeliest that together reach the probability p among those k, the last of them included. Of equally likely
 * tokens the one with the lower id counts as likelier. Not for several threads: it keeps room for one row.
 */
final class Draw {
    private final Sampling sampling;
    private final double[] weights;

    Draw(Sampling sampling, int vocabulary) {
        this.sampling = sampling;
        this.weights = new double[vocabulary];
    }

    /** A token by the row of {@code logs} that begins at {@code start}. */
    int from(float[] logs, int start, RandomGenerator random) {
        int likeliest = likeliest(logs, start);
        if (sampling.temperature() == 0) {
            return likeliest;
        }
        double most = logs[start + likeliest];
        double total = 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = Math.exp((logs[start + i] - most) / sampling.temperature());
            total += weights[i];
        }
        return pick(cutByProbability(cutByCount(total)), random);
    }

    private int likeliest(float[] logs, int start) {
        int best = 0;
        for (int i = 0; i < weights.length; i++) {
            if (!(logs[start + i] < Float.POSITIVE_INFINITY)) {
                throw new IllegalStateException("the model gave token " + i + " a log-probability of " + logs[start + i]
                        + ": its weights or changes of its activations are out of range");
            }
            if (logs[start + i] > logs[start + best]) {
                best = i;
            }
        }
        return best;
    }

    /** By id, not by likelihood: then rounding that swaps two like tokens hardly ever changes what is drawn. */
    private int pick(double total, RandomGenerator random) {
        double left = random.nextDouble() * total;
        int last = 0;
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] > 0) {
                last = i;
                left -= weights[i];
                if (left < 0) {
                    return i;
                }
            }
        }
        return last;
    }

    /** Top-k; the weight that is left. */
    private double cutByCount(double total) {
        if (sampling.topK() == 0 || sampling.topK() >= weights.length) {
            return total;
        }
        Likeliest order = new Likeliest(weights);
        int[] kept = new int[sampling.topK()];
        Arrays.setAll(kept, i -> order.next());
        return keep(kept);
    }

    /** Top-p; the weight that is left. */
    private double cutByProbability(double total) {
        if (sampling.topP() == 1) {
            return total;
        }
        Likeliest order = new Likeliest(weights);
        int[] kept = new int[weights.length];
        int count = 0;
        for (double sum = 0; count < kept.length && sum < sampling.topP() * total; count++) {
            kept[count] = order.next();
            sum += weights[kept[count]];
        }
        return keep(Arrays.copyOf(kept, count));
    }

    private double keep(int[] ids) {
        double[] kept = Arrays.stream(ids).mapToDouble(id -> weights[id]).toArray();
        Arrays.fill(weights, 0);
        for (int i = 0; i < ids.length; i++) {
            weights[ids[i]] = kept[i];
        }
        return Arrays.stream(kept).sum();
    }
}
