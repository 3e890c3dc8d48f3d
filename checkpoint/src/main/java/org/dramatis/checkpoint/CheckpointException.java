package org.dramatis.checkpoint;

/** A folder that cannot be used as a model. The message is a sentence for the user: which file, what is wrong, what is allowed. */
public final class CheckpointException extends RuntimeException {
    public CheckpointException(String message) {
        super(message);
    }

    public CheckpointException(String message, Throwable cause) {
        super(message, cause);
    }
}
