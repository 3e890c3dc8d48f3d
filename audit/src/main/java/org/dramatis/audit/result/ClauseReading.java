package org.dramatis.audit.result;

import org.dramatis.core.number.Estimate;

/**
 * What the data say of a clause.
 *
 * @param evidence nats an episode speaks for it on average: how much likelier the replies are of an assistant that was told it
 * @param supporting episodes that speak clearly for it
 * @param opposing episodes that speak clearly against it
 * @param episodes read
 */
public record ClauseReading(String clause, Estimate evidence, int supporting, int opposing, int episodes) {
    /** Fewer telling episodes than this share of all leave a clause to chance. */
    private static final double TELLING = .05;

    /** What it comes to. */
    public enum Verdict {
        /** The data show it. */
        SUPPORT,
        /** The data hardly speak of it. */
        GAP,
        /** The data show the opposite. */
        CONFLICT
    }

    public Verdict verdict() {
        if (supporting + opposing < TELLING * episodes || evidence.interval().contains(0)) {
            return Verdict.GAP;
        }
        return evidence.point() > 0 ? Verdict.SUPPORT : Verdict.CONFLICT;
    }
}
