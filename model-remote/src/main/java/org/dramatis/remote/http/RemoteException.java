package org.dramatis.remote.http;

/**
 * A server that cannot be used, or no longer. The message is a sentence for the user. What servers say is quoted in it and read in
 * terminals: control characters, which could move the cursor or turn the text around, become {@code ?}, and a long message is cut.
 */
public class RemoteException extends RuntimeException {
    private static final int LONGEST = 1000;

    public RemoteException(String message) {
        super(printable(message));
    }

    public RemoteException(String message, Throwable cause) {
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
