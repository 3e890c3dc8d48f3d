package org.dramatis.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How often each of several things happened. */
public record Frequencies<T>(Map<T, Long> counts) {
    /** {@code - log} of the probability with which a test may fail by chance: less than one in a million. */
    private static final double NATS = 14;

    public static <T> Frequencies<T> of(List<T> happened) {
        return new Frequencies<>(
                happened.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting())));
    }

    /**
     * Holds the counts against shares by Pearson's statistic, which is chi-square with {@code k} degrees of freedom where at least
     * some five of each are expected. Such a variable exceeds {@code k + 2 sqrt(k t) + 2 t} with a probability below
     * {@code exp(-t)} (Laurent and Massart 2000, lemma 1). The seeds are fixed: a test that holds today fails only when what is
     * written changes.
     */
    public void assertFollow(Map<T, Double> shares) {
        double sum = shares.values().stream().mapToDouble(share -> share).sum();
        long all = counts.values().stream().mapToLong(count -> count).sum();
        double statistic = 0;
        int alternatives = 0;
        for (Map.Entry<T, Double> share : shares.entrySet()) {
            if (share.getValue() > 0) {
                double expected = all * share.getValue() / sum;
                assertThat(expected).as("expected of " + share.getKey()).isGreaterThan(5);
                double missed = counts.getOrDefault(share.getKey(), 0L) - expected;
                statistic += missed * missed / expected;
                alternatives++;
            }
        }
        double k = alternatives - 1.0;
        assertThat(counts.keySet()).allMatch(thing -> shares.getOrDefault(thing, 0.0) > 0);
        assertThat(statistic).as("chi-square of " + counts).isLessThan(k + 2 * Math.sqrt(k * NATS) + 2 * NATS);
    }
}
