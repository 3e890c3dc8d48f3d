package org.dramatis.core.watch;

import org.dramatis.core.number.Estimate;
import org.dramatis.core.number.Term;

/** Whether, and after how many shots, the log-odds of a persona will reach a threshold. */
public sealed interface Crossing {
    /** The number that was found, down to the line it was found on. */
    Term explain();

    /** Expected beyond the longest context that was read. */
    record Ahead(Estimate shots, Term explain) implements Crossing {}

    /**
     * Nothing to predict: the line reached the threshold within the contexts that were read, or, where {@code shots} is
     * negative, it leads away from it.
     */
    record Behind(Estimate shots, Term explain) implements Crossing {}

    /** The slope may be zero, so the crossing may be anywhere: its interval is unbounded. */
    record Unsettled(Estimate natsPerShot) implements Crossing {
        @Override
        public Term explain() {
            return Term.given("nats per shot, not settled to differ from 0", natsPerShot.point());
        }
    }
}
