package org.dramatis.remote;

import org.dramatis.core.number.LogVector;

/**
 * Whether log-probabilities of one text are those of one model. Servers round, and round otherwise in other company: to half precision
 * the same model differs by a few hundredths. Other weights differ by whole nats somewhere in a dozen tokens.
 */
public final class Sameness {
    static final double NATS = .25;

    private Sameness() {}

    public static boolean of(LogVector a, LogVector b) {
        return a.size() == b.size() && difference(a, b) <= NATS;
    }

    /** The largest of any token. */
    static double difference(LogVector a, LogVector b) {
        double largest = 0;
        for (int t = 0; t < Math.min(a.size(), b.size()); t++) {
            largest = Math.max(largest, Math.abs(a.at(t) - b.at(t)));
        }
        return largest;
    }
}
