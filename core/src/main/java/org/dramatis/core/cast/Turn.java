package org.dramatis.core.cast;

/** One turn of a conversation, as it was said. */
public record Turn(Role role, String text) {
    /** Who holds the turn in the chat template; which character speaks is what the evidence has to tell. */
    public enum Role {
        SYSTEM,
        USER,
        ASSISTANT
    }
}
