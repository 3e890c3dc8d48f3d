package org.dramatis.remote.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** A key for a server. It is no record, so that nothing prints it, and is said to that server alone. */
public final class ApiKey {
    /** The environment variable that holds it. */
    public static final String VARIABLE = "DRAMATIS_API_KEY";

    private static final long MOST_BYTES = 1 << 16;

    private final String secret;

    private ApiKey(String secret) {
        this.secret = secret;
    }

    /**
     * The key in a file, or else in {@link #VARIABLE}.
     *
     * @throws IllegalArgumentException when it cannot be a key
     */
    public static Optional<ApiKey> find(Optional<Path> file, Map<String, String> environment) {
        return file.map(path -> of(path.toString(), read(path)))
                .or(() -> Optional.ofNullable(environment.get(VARIABLE)).map(text -> of(VARIABLE, text)));
    }

    private static String read(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new IllegalArgumentException(file + " is too large to be a key: " + Files.size(file) + " bytes");
            }
            return Files.readString(file);
        } catch (IOException problem) {
            throw new UncheckedIOException("the key in " + file + " cannot be read", problem);
        }
    }

    private static ApiKey of(String where, String text) {
        String secret = text.strip();
        // A line break would begin another header.
        if (secret.isEmpty() || !secret.chars().allMatch(character -> character > ' ' && character < '\u007f')) {
            throw new IllegalArgumentException(
                    where + " holds no key: it must be one word of ASCII letters, digits and signs");
        }
        return new ApiKey(secret);
    }

    String header() {
        return "Bearer " + secret;
    }

    /** What a server wrote, without the key, should it have said it. */
    String hidden(String text) {
        return text.replace(secret, "(key)");
    }

    @Override
    public String toString() {
        return "(key)";
    }
}
