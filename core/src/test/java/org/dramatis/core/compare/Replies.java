package org.dramatis.core.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dramatis.core.evidence.EvidenceMatrix;
import org.dramatis.core.number.LogSpace;
import org.dramatis.core.number.LogVector;
import org.dramatis.core.number.Weights;

/**
 * A world of three personas that answer four kinds of prompt with one of eight replies; reply v has {@code 1 + v % 3}
 * tokens. All probabilities are listed, so every divergence can be summed instead of sampled.
 *
 * @param novel the share of what the tuned model says that is of no persona
 */
record Replies(double novel) {
    private static final int KINDS = 4;
    private static final int REPLIES = 8;
    private static final double[] TUNED = {0.7, 0.2, 0.1};
    private static final double[] BASE = {0.15, 0.25, 0.6};

    /** {@code p_k(v | kind)}; the last k is nobody's. */
    private static final double[][][] PERSONAS = personas();

    /** Fixed and irregular: proportional to {@code exp(2 sin(...))}. */
    private static double[][][] personas() {
        double[][][] personas = new double[TUNED.length + 1][KINDS][REPLIES];
        for (int k = 0; k < personas.length; k++) {
            for (int kind = 0; kind < KINDS; kind++) {
                for (int v = 0; v < REPLIES; v++) {
                    personas[k][kind][v] = 2 * Math.sin(7.0 * (k + 1) * (v + 2) + 3.0 * kind * (k + 2));
                }
                LogSpace.softmaxInPlace(personas[k][kind]);
            }
        }
        return personas;
    }

    private static double persona(int k, int kind, int v) {
        return PERSONAS[k][kind][v];
    }

    private static double mixture(double[] weights, int kind, int v) {
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            sum += weights[k] * persona(k, kind, v);
        }
        return sum;
    }

    private double tuned(int kind, int v) {
        return (1 - novel) * mixture(TUNED, kind, v) + novel * persona(TUNED.length, kind, v);
    }

    private TunedReply reply(String prompt, int kind, int v) {
        double[] personas = new double[TUNED.length];
        Arrays.setAll(personas, k -> Math.log(persona(k, kind, v)));
        return new TunedReply(
                prompt, Math.log(tuned(kind, v)), Math.log(mixture(BASE, kind, v)), LogVector.of(personas), 1 + v % 3);
    }

    /** Three replies to each prompt, whose kind is drawn once: the replies to one prompt are alike. */
    List<TunedReply> sample(int prompts, RandomGenerator random) {
        List<TunedReply> replies = new ArrayList<>();
        for (int prompt = 0; prompt < prompts; prompt++) {
            int kind = random.nextInt(KINDS);
            for (int i = 0; i < 3; i++) {
                replies.add(reply("prompt " + prompt, kind, draw(kind, random)));
            }
        }
        return replies;
    }

    private int draw(int kind, RandomGenerator random) {
        double left = random.nextDouble();
        int v = 0;
        while (v < REPLIES - 1 && left >= tuned(kind, v)) {
            left -= tuned(kind, v++);
        }
        return v;
    }

    /** The share explained, by enumeration of all replies. */
    double truth() {
        double[] best = best();
        return 1 - expected((kind, v) -> Math.log(tuned(kind, v) / mixture(best, kind, v))) / divergenceFromBase();
    }

    double divergenceFromBase() {
        return expected((kind, v) -> Math.log(tuned(kind, v) / mixture(BASE, kind, v)));
    }

    double residualBitsPerToken() {
        double[] best = best();
        return expected((kind, v) -> Math.log(tuned(kind, v) / mixture(best, kind, v)))
                / Math.log(2)
                / expected((_, v) -> 1 + v % 3);
    }

    /** The best mixture of all: EM on the exact probabilities. */
    private double[] best() {
        double[] w = {1 / 3.0, 1 / 3.0, 1 / 3.0};
        for (int step = 0; step < 3_000; step++) {
            double[] before = w.clone();
            Arrays.setAll(w, k -> expected((kind, v) -> before[k] * persona(k, kind, v) / mixture(before, kind, v)));
        }
        return w;
    }

    private interface OfReply {
        double value(int kind, int v);
    }

    private double expected(OfReply of) {
        double sum = 0;
        for (int kind = 0; kind < KINDS; kind++) {
            for (int v = 0; v < REPLIES; v++) {
                sum += tuned(kind, v) * of.value(kind, v) / KINDS;
            }
        }
        return sum;
    }

    /**
     * The likeliest weights, by plain EM over the distinct rows: {@code w_k <- (1/N) sum_n w_k exp(l_nk) / sum_j w_j
     * exp(l_nj)}.
     */
    static Weights fit(EvidenceMatrix matrix) {
        Map<LogVector, Long> rows = IntStream.range(0, matrix.rows())
                .mapToObj(matrix::row)
                .collect(Collectors.groupingBy(row -> row, LinkedHashMap::new, Collectors.counting()));
        double[][] likelihoods = rows.keySet().stream()
                .map(row -> Weights.softmax(row).toArray())
                .toArray(double[][]::new);
        double[] shares = rows.values().stream()
                .mapToDouble(count -> (double) count / matrix.rows())
                .toArray();
        double[] w = Weights.uniform(matrix.personas()).toArray();
        double moved = 1;
        for (int step = 0; step < 2_000 && moved > 1e-6; step++) {
            double[] next = new double[w.length];
            for (int n = 0; n < shares.length; n++) {
                double mixture = 0;
                for (int k = 0; k < w.length; k++) {
                    mixture += w[k] * likelihoods[n][k];
                }
                for (int k = 0; k < w.length; k++) {
                    next[k] += shares[n] * w[k] * likelihoods[n][k] / mixture;
                }
            }
            moved = 0;
            for (int k = 0; k < w.length; k++) {
                moved = Math.max(moved, Math.abs(next[k] - w[k]));
            }
            w = next;
        }
        return Weights.of(w);
    }
}
