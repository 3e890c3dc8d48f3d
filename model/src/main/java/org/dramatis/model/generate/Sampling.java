package org.dramatis.model.generate;

import java.util.List;
import org.dramatis.model.text.Tokens;

/**
 * How replies are drawn.
 *
 * @param temperature 1 draws from the model's own distribution, 0 takes the likeliest token
 * @param topK draw among so many likeliest tokens; 0 for all
 * @param topP draw among the likeliest tokens that together reach this probability; 1 for all
 * @param most so many tokens at most
 * @param stopTokens a reply ends before the first of these
 * @param stopStrings a reply ends before the first of these
 */
public record Sampling(
        double temperature, int topK, double topP, int most, Tokens stopTokens, List<String> stopStrings) {
    public Sampling {
        stopStrings = List.copyOf(stopStrings);
        require(temperature >= 0 && temperature < Double.POSITIVE_INFINITY, "temperature", temperature, "0 or more");
        require(topK >= 0, "top-k", topK, "0 (all) or more");
        require(topP > 0 && topP <= 1, "top-p", topP, "above 0 and at most 1");
        require(most >= 1, "the most tokens", most, "at least 1");
        if (stopStrings.stream().anyMatch(String::isEmpty)) {
            throw new IllegalArgumentException("a stop string is empty: every reply would stop at once");
        }
    }

    /** Draws from the model's own distribution. */
    public static Sampling of(int most, Tokens stopTokens) {
        return new Sampling(1, 0, 1, most, stopTokens, List.of());
    }

    public Sampling withTemperature(double other) {
        return new Sampling(other, topK, topP, most, stopTokens, stopStrings);
    }

    public Sampling withTopK(int other) {
        return new Sampling(temperature, other, topP, most, stopTokens, stopStrings);
    }

    public Sampling withTopP(double other) {
        return new Sampling(temperature, topK, other, most, stopTokens, stopStrings);
    }

    public Sampling withStopStrings(String... others) {
        return new Sampling(temperature, topK, topP, most, stopTokens, List.of(others));
    }

    private static void require(boolean holds, String what, Object value, String allowed) {
        if (!holds) {
            throw new IllegalArgumentException(what + " is " + value + ": it must be " + allowed);
        }
    }
}
