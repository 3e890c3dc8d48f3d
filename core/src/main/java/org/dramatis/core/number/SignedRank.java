package org.dramatis.core.number;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Whether paired differences lie above 0: Wilcoxon's signed-rank test, exact, with ties (Wilcoxon 1945, Biometrics Bulletin 1).
 *
 * <p>The differences that are not 0 are ranked by size, equal ones sharing the mean of their ranks. If neither sign were likelier, each
 * rank would be added to {@code W+} with probability 1/2; the p-value is how often that sum would be as large as the one seen.
 */
public final class SignedRank {
    private SignedRank() {}

    /** The one-sided p-value of differences above 0; 1 where all of them are 0. */
    public static double pValue(List<Double> differences) {
        double[] others = differences.stream()
                .mapToDouble(SignedRank::requireFinite)
                .filter(difference -> difference != 0)
                .toArray();
        // Twice the ranks are whole numbers, also where two share one.
        int[] ranks = doubledRanks(others);
        int seen = IntStream.range(0, others.length)
                .filter(i -> others[i] > 0)
                .map(i -> ranks[i])
                .sum();
        double[] sums = sums(ranks);
        return Math.min(1, Arrays.stream(sums, seen, sums.length).sum());
    }

    private static double requireFinite(double difference) {
        if (!Double.isFinite(difference)) {
            throw new IllegalArgumentException("a difference is " + difference + ": it must be finite");
        }
        return difference;
    }

    private static int[] doubledRanks(double[] differences) {
        return Arrays.stream(differences)
                .map(Math::abs)
                .mapToInt(size -> {
                    int below = 0;
                    int equal = 0;
                    for (double other : differences) {
                        below += Math.abs(other) < size ? 1 : 0;
                        equal += Math.abs(other) == size ? 1 : 0;
                    }
                    return 2 * below + equal + 1;
                })
                .toArray();
    }

    /** How probable each sum of ranks is when every rank counts with probability 1/2. */
    private static double[] sums(int[] ranks) {
        double[] sums = new double[Arrays.stream(ranks).sum() + 1];
        sums[0] = 1;
        int reached = 0;
        for (int rank : ranks) {
            for (int sum = reached; sum >= 0; sum--) {
                sums[sum] /= 2;
                sums[sum + rank] += sums[sum];
            }
            reached += rank;
        }
        return sums;
    }
}
