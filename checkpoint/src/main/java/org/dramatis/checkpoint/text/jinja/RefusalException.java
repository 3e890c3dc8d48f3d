package org.dramatis.checkpoint.text.jinja;

/** The template's own {@code raise_exception}: the message is in its words. */
public final class RefusalException extends RuntimeException {
    RefusalException(String message) {
        super(message);
    }
}
