package org.dramatis.store.data;

/** Which of the assistant's turns in a chat are replies to learn from. */
public enum Turns {
    /** The last one; those before it are context. */
    LAST,
    /** Each, in the context of everything before it. */
    ALL
}
