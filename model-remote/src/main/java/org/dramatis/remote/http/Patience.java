package org.dramatis.remote.http;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long a server is waited for, and how often it is asked again.
 *
 * @param attempts at one request, the first among them
 * @param first wait between two attempts, at most; each is at most twice the one before
 * @param longest wait between two attempts, also where the server asks for more
 * @param answer the longest that an answer may take
 */
public record Patience(int attempts, Duration first, Duration longest, Duration answer) {
    public static final Patience USUAL =
            new Patience(8, Duration.ofMillis(500), Duration.ofSeconds(60), Duration.ofMinutes(5));

    public Patience {
        if (attempts < 1 || first.isNegative() || longest.compareTo(first) < 0 || !answer.isPositive()) {
            throw new IllegalArgumentException(attempts + " attempts, waits of " + first + " to " + longest
                    + " and answers within " + answer + ": one attempt or more, and waits in this order");
        }
    }

    /** For the first words with a server, which should not keep a user waiting. */
    Patience brief() {
        return new Patience(Math.min(attempts, 3), first, longest, answer);
    }

    /** Drawn evenly from the second half of {@code min(longest, first 2^(failed - 1))}: those who failed together come back apart. */
    Duration wait(int failed, RandomGenerator random) {
        double most = Math.min((double) longest.toNanos(), (double) first.toNanos() * Math.scalb(1.0, failed - 1));
        return Duration.ofNanos((long) (most * (1 + random.nextDouble()) / 2));
    }
}
