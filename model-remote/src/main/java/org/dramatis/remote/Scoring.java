package org.dramatis.remote;

import java.util.OptionalDouble;
import org.dramatis.remote.dialect.Dialect;

/** Whether a server can say how likely a given text is. */
public sealed interface Scoring {
    /**
     * @param difference the largest between the log-probability of a token when the server said it and when it was given to it, in
     *     nats; empty where it could not be seen
     */
    record Possible(Dialect dialect, OptionalDouble difference) implements Scoring {}

    record Refused(String reason) implements Scoring {}
}
