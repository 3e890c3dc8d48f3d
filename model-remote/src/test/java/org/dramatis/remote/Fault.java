package org.dramatis.remote;

import java.util.Map;

/** What may go wrong with one answer. */
sealed interface Fault {
    record Status(int code, Map<String, String> headers) implements Fault {}

    /** The connection ends in the middle of the answer. */
    record Cut() implements Fault {}

    /** No answer for so long. */
    record Hang(long milliseconds) implements Fault {}

    /** The answer is this text. */
    record Says(String text) implements Fault {}

    /** In the answer every log-probability is this. */
    record Logs(String number) implements Fault {}

    /** None: an answer as it should be. */
    record Good() implements Fault {}

    static Fault status(int code) {
        return new Status(code, Map.of());
    }
}
