package org.dramatis.remote.http;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a server means that does not answer (RFC 9110). */
final class Status {
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;

    /** 529: what some call overloaded. */
    private static final Set<Integer> PASSING = Set.of(408, 425, TOO_MANY, 500, 502, UNAVAILABLE, 504, 529);

    private static final int LONGEST = 300;

    private Status() {}

    /** Whether the same request may be answered later. */
    static boolean mayPass(int status) {
        return PASSING.contains(status);
    }

    static boolean isOverload(int status) {
        return status == TOO_MANY || status == UNAVAILABLE || status == 529;
    }

    /** {@code Retry-After}, in seconds or as a date. */
    static Optional<Duration> asked(HttpHeaders headers, Clock clock) {
        return headers.firstValue("Retry-After").flatMap(text -> waiting(text.strip(), clock.instant()));
    }

    private static Optional<Duration> waiting(String text, Instant now) {
        if (text.matches("\\d{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            Duration left = Duration.between(
                    now,
                    ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
            return Optional.of(left).filter(Duration::isPositive);
        } catch (DateTimeException unreadable) {
            return Optional.empty(); // then as long as without
        }
    }

    /** The sentence in what a server sent with an error. */
    static String words(byte[] body) {
        String text = new String(body, 0, Math.min(body.length, 10_000), StandardCharsets.UTF_8);
        String sentence = sentence(text).orElse(text).strip().replaceAll("\\s+", " ");
        return sentence.length() <= LONGEST ? sentence : sentence.substring(0, LONGEST) + "...";
    }

    private static Optional<String> sentence(String text) {
        try {
            JsonNode root = new JsonMapper().readTree(text);
            return Stream.of(root.at("/error/message"), root.path("message"), root.path("error"), root.path("detail"))
                    .filter(JsonNode::isString)
                    .map(JsonNode::asString)
                    .findFirst();
        } catch (JacksonException noJson) {
            return Optional.empty();
        }
    }
}
