package org.dramatis.audit.result;

import java.util.List;
import org.dramatis.core.verdict.RowVerdict;

/**
 * What the replies are that surprise every persona.
 *
 * @param reread some of them at random, read again after others of their kind
 */
public record Unmodelled(KeptOut keptOut, List<UnmodelledRow> reread) {
    public Unmodelled {
        reread = List.copyOf(reread);
    }

    /** Those that their kind teaches: something new that the assistant would learn to do. */
    public long capabilities() {
        return count(RowVerdict.NewCapability.class);
    }

    /** Those that not even their kind makes likely. */
    public long noise() {
        return count(RowVerdict.Noise.class);
    }

    /** Those of which neither is certain. */
    public long undecided() {
        return reread.size() - capabilities() - noise();
    }

    private long count(Class<? extends RowVerdict> kind) {
        return reread.stream()
                .map(UnmodelledRow::verdict)
                .filter(kind::isInstance)
                .count();
    }
}
