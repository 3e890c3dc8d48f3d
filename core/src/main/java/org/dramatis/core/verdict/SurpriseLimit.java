package org.dramatis.core.verdict;

import java.util.Arrays;
import org.dramatis.core.evidence.Evidence;
import org.dramatis.core.number.Weights;

/**
 * How surprising a reply may be, in nats per token, before no persona is believed to have said it.
 *
 * <p>The limit is a quantile q of the surprise of n reference replies: the {@code ceil((n + 1) q)}-th smallest. Another
 * reply of their kind exceeds it with probability at most 1 - q, whatever the distribution (split conformal prediction:
 * Vovk, Gammerman and Shafer 2005). That takes {@code n >= q / (1 - q)} reference replies: 99 for q = 0.99.
 */
public final class SurpriseLimit {
    private final double quantile;
    private final double[] ascending;
    private final double natsPerToken;

    private SurpriseLimit(double quantile, double[] ascending, double natsPerToken) {
        this.quantile = quantile;
        this.ascending = ascending;
        this.natsPerToken = natsPerToken;
    }

    /**
     * The limit that reference replies set, in any order.
     *
     * @throws IllegalArgumentException when q is not in (0, 1), a surprise is not finite, or the replies are too few
     */
    public static SurpriseLimit of(double quantile, double... reference) {
        if (!(quantile > 0 && quantile < 1)) {
            throw new IllegalArgumentException(
                    "the quantile of surprise is " + quantile + ": it must lie between 0 and 1, 0.99 say");
        }
        for (int i = 0; i < reference.length; i++) {
            if (!Double.isFinite(reference[i])) {
                throw new IllegalArgumentException(
                        "reference reply " + i + " has surprise " + reference[i] + ": it must be finite");
            }
        }
        int rank = Math.max(1, (int) ceil((reference.length + 1) * quantile));
        if (rank > reference.length) {
            throw new IllegalArgumentException(reference.length + " reference replies cannot show the " + quantile
                    + " quantile of surprise: it takes at least " + (long) ceil(quantile / (1 - quantile)));
        }
        double[] ascending = reference.clone();
        Arrays.sort(ascending);
        return new SurpriseLimit(quantile, ascending, ascending[rank - 1]);
    }

    /** The next whole number, where rounding alone does not count as being above one. */
    private static double ceil(double x) {
        return Math.ceil(x - 1e-9);
    }

    /** The surprise of a reply under the mixture, {@code -log sum_k w_k exp(l_k) / tokens}. */
    public static double surprise(Weights weights, Evidence.Scored reply) {
        return -weights.logMixture(reply.logLikelihoods()) / reply.tokens();
    }

    public double natsPerToken() {
        return natsPerToken;
    }

    /** The chance of a surprise this large or larger in a reply of the reference kind: {@code (1 + #{r >= s}) / (n + 1)}. */
    public double tailProbability(double surprise) {
        if (Double.isNaN(surprise)) {
            throw new IllegalArgumentException("a surprise is NaN: it must be a number");
        }
        int atLeast = 0;
        for (double reference : ascending) {
            atLeast += reference >= surprise ? 1 : 0;
        }
        return (1.0 + atLeast) / (ascending.length + 1);
    }

    @Override
    public String toString() {
        return "the " + quantile + " quantile of the surprise of " + ascending.length + " reference replies";
    }
}
