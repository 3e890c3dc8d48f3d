package org.dramatis.audit.result;

import java.util.List;
import org.dramatis.core.evidence.Evidence;
import org.dramatis.store.data.BadRow;

/**
 * What was read, and what could not be used.
 *
 * @param rows that were read, bad ones not among them
 * @param episodes replies, pairs or documents in them
 * @param bad rows that are none
 * @param unscored episodes that the model could not score
 */
public record Counts(long rows, long episodes, List<BadRow> bad, List<Evidence.Unscorable> unscored) {
    public Counts {
        bad = List.copyOf(bad);
        unscored = List.copyOf(unscored);
    }
}
