package org.dramatis.remote.http;

import java.util.Set;

/** A request that the server does not want as it is: to send it again would change nothing. */
public final class RefusedException extends RemoteException {
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;

    /** Bad request, too large, unprocessable. */
    private static final Set<Integer> OF_THE_TEXT = Set.of(400, 413, 422);

    private final int status;

    RefusedException(String message, int status) {
        super(message);
        this.status = status;
    }

    /** Whether it is about who asks, not what is asked. */
    public boolean isOfTheKey() {
        return status == UNAUTHORIZED || status == FORBIDDEN;
    }

    /** Whether another text might be answered. */
    public boolean isOfTheText() {
        return OF_THE_TEXT.contains(status);
    }
}
