package org.dramatis.checkpoint;

/**
 * A model's folder that cannot be read, or written. The message is a sentence for the user: which file, what is wrong, what is
 * allowed. Whatever bytes a file holds, this is the one exception that leaves its reader.
 */
public final class CheckpointException extends RuntimeException {
    public CheckpointException(String message) {
        super(message);
    }

    public CheckpointException(String message, Throwable cause) {
        super(message, cause);
    }
}
