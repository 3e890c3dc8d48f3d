package org.dramatis.store.data;

/** Data that cannot be found or read on. The message is a sentence for the user: which file, what is wrong, what to do. */
public final class DataException extends RuntimeException {
    DataException(String message) {
        super(Printable.sentence(message));
    }

    DataException(String message, Throwable cause) {
        super(Printable.sentence(message), cause);
    }
}
