package org.dramatis.remote.http;

import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What came of asking once. */
sealed interface Attempt {
    record Answered(JsonNode answer) implements Attempt {}

    /** @param asked a wait that the server asks for before it is asked again */
    record Failed(String why, Optional<Duration> asked) implements Attempt {}

    static Attempt failed(String why) {
        return new Failed(why, Optional.empty());
    }
}
