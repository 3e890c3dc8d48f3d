package org.dramatis.core.forecast;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * How the replies of one speaker to one question were scored.
 *
 * @param scores one a reply, at least one, each between 0 and 1
 */
public record ReplyScores(List<Double> scores) {
    public ReplyScores {
        scores = List.copyOf(scores);
        if (scores.isEmpty()) {
            throw new IllegalArgumentException("no reply was scored: sample at least one");
        }
        for (double score : scores) {
            if (!(score >= 0 && score <= 1)) {
                throw new IllegalArgumentException("a reply is scored " + score + ": a score lies in [0, 1]");
            }
        }
    }

    public double mean() {
        return scores.stream().mapToDouble(score -> score).average().orElseThrow();
    }

    /**
     * The mean over endlessly many replies as it might be: {@code sum_i g_i s_i / sum_i g_i} with g_i exponential for every reply
     * (Rubin 1981, Annals of Statistics 9), and of shape 1/2 for a score of 0 and one of 1 that are added. Of scores that are 0 or 1
     * this is Jeffreys' posterior, so a behaviour that no reply showed is rare, not impossible.
     */
    double drawn(RandomGenerator random) {
        double none = halfShaped(random);
        double every = halfShaped(random);
        double sum = every;
        double all = none + every;
        for (double score : scores) {
            double weight = random.nextExponential();
            sum += weight * score;
            all += weight;
        }
        return sum / all;
    }

    /** Half a squared normal number has the gamma distribution of shape 1/2. */
    private static double halfShaped(RandomGenerator random) {
        double normal = random.nextGaussian();
        return normal * normal / 2;
    }
}
