package org.dramatis.remote.http;

/** An answer that is not what was asked for: not JSON, of another size, without a number. */
public final class BadAnswerException extends RemoteException {
    public BadAnswerException(String message) {
        super(message);
    }
}
