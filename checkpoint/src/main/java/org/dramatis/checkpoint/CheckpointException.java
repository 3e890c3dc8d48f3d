package org.dramatis.checkpoint;

/**
 * A model's folder that cannot be read, or written. The message is a sentence for the user: which file, what is wrong, what is
 * allowed. Whatever bytes a file holds, this is the one exception that leaves its reader.
 *
 * <p>Messages quote what strangers wrote and are read in terminals: control characters, which could move the cursor or turn the
 * text around, become {@code ?}, and a long message is cut.
 */
public final class CheckpointException extends RuntimeException {
    private static final int LONGEST = 2000;

    public CheckpointException(String message) {
        super(printable(message));
    }

    public CheckpointException(String message, Throwable cause) {
        super(printable(message), cause);
    }

    private static String printable(String message) {
        String text = message.codePoints()
                .limit(LONGEST)
                .map(point -> isInvisible(point) ? '?' : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return message.codePointCount(0, message.length()) <= LONGEST ? text : text + "...";
    }

    private static boolean isInvisible(int point) {
        int type = Character.getType(point);
        return type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE;
    }
}
