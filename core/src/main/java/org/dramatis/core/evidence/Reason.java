package org.dramatis.core.evidence;

/** Why an episode has no evidence. {@code detail} names the value at fault. */
public record Reason(Kind kind, String detail) {
    public enum Kind {
        /** The row could not be read as an episode. */
        UNREADABLE,
        /** Context and reply exceed what the model can read at once. */
        TOO_LONG,
        /** No token is left to score. */
        EMPTY_REPLY,
        /** Probability zero under every persona of the cast. */
        IMPOSSIBLE,
        /** The model failed or refused to score. */
        MODEL_FAILED
    }

    public Reason {
        if (detail.isBlank()) {
            throw new IllegalArgumentException("a reason of kind " + kind + " needs a detail");
        }
    }
}
