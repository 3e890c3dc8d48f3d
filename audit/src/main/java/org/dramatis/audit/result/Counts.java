package org.dramatis.audit.result;

import java.util.List;
import org.dramatis.core.evidence.Evidence;
import org.dramatis.store.data.BadRow;
import org.dramatis.store.data.Reading;

/**
 * What was read and scored, and what could not be used.
 *
 * @param reading of all rows
 * @param scoredRows those that were scored: all of them, or as many of a random sample as the verdict needed
 * @param episodes replies, pairs or documents in the scored rows
 * @param unscored episodes that the model could not score
 */
public record Counts(Reading reading, long scoredRows, long episodes, List<Evidence.Unscorable> unscored) {
    public Counts {
        unscored = List.copyOf(unscored);
    }

    /** Rows that can be used. */
    public long rows() {
        return reading.rows();
    }

    /** The first rows that are none. */
    public List<BadRow> bad() {
        return reading.bad();
    }

    /** Whether a sample was enough. */
    public boolean isSample() {
        return scoredRows < rows();
    }
}
