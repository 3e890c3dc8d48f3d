package org.dramatis.core.verdict;

import org.dramatis.core.number.Estimate;

/** What an unmodelled training row is. */
public sealed interface RowVerdict {
    /** Its siblings teach it: the row shows something new that the character can do. */
    record NewCapability(Estimate learnableShare) implements RowVerdict {}

    /** Not even its siblings make it likely. */
    record Noise(Estimate learnableShare) implements RowVerdict {}

    /** The learnable share may lie on either side of what is required: draw more siblings. */
    record Undecided(Estimate learnableShare) implements RowVerdict {}

    /**
     * After strangers the row is not settled to be more surprising than a typical reply, so there is nothing to be learnt a
     * share of.
     *
     * @param excess surprise after strangers less typical surprise, in nats per token; its interval reaches 0 or below
     */
    record NotSurprising(Estimate excess) implements RowVerdict {}
}
