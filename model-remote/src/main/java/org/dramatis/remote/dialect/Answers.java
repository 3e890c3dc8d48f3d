package org.dramatis.remote.dialect;

import java.util.List;
import java.util.stream.IntStream;
import org.dramatis.core.number.LogVector;
import org.dramatis.model.score.Passage;
import org.dramatis.model.text.Tokens;
import org.dramatis.remote.http.BadAnswerException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What all dialects write and read alike. */
final class Answers {
    /** Servers cut off there what is less likely, or has no number at all. */
    private static final double LEAST = -9999;

    /** Rounding may lift a certain token above probability 1. */
    private static final double ROUNDING = 1e-3;

    private Answers() {}

    /** A log-probability. Minus infinity is no evidence but a fault: one such token would rule a persona out for good. */
    static double log(JsonNode number, Object token) {
        double log = number.isNumber() ? number.doubleValue() : Double.NaN;
        if (!(log > LEAST && log <= ROUNDING)) {
            throw new BadAnswerException(
                    "the server gives " + number + " as the log-probability of token " + token + ", which is none");
        }
        return Math.min(log, 0);
    }

    static void requireSize(String what, int found, int expected) {
        if (found != expected) {
            throw new BadAnswerException(
                    "the server's answer has " + found + " " + what + " where " + expected + " were asked for");
        }
    }

    static void requireToken(int sent, JsonNode answered, int place) {
        if (!answered.isIntegralNumber() || answered.asInt() != sent) {
            throw new BadAnswerException(
                    "the server read token " + answered + " at place " + place + ", where token " + sent + " was sent");
        }
    }

    static void put(ArrayNode array, Tokens tokens) {
        for (int i = 0; i < tokens.length(); i++) {
            array.add(tokens.at(i));
        }
    }

    /** As one list of tokens where there is one prompt, as a list of lists otherwise. */
    static void putAll(ObjectNode question, String name, List<Passage> passages) {
        ArrayNode prompts = question.putArray(name);
        for (Passage passage : passages) {
            put(passages.size() == 1 ? prompts : prompts.addArray(), whole(passage));
        }
    }

    static Tokens whole(Passage passage) {
        return passage.prefix().followedBy(passage.continuation());
    }

    /** The choices by their {@code index}: servers need not keep the order. */
    static List<JsonNode> choices(JsonNode answer, int expected) {
        JsonNode choices = answer.path("choices");
        requireSize("choices", choices.size(), expected);
        JsonNode[] ordered = new JsonNode[expected];
        for (JsonNode choice : choices) {
            int index = choice.path("index").asInt(0);
            if (index < 0 || index >= expected || ordered[index] != null) {
                throw new BadAnswerException("the server's answer has choice " + index + " twice, or of " + expected);
            }
            ordered[index] = choice;
        }
        return List.of(ordered);
    }

    /** Of a value for each place of a passage those that belong to the continuation. */
    static LogVector continuation(Passage passage, PlaceLog log) {
        int from = passage.prefix().length();
        return LogVector.of(IntStream.range(0, passage.continuation().length())
                .mapToDouble(t -> log.at(from + t, passage.continuation().at(t)))
                .toArray());
    }

    /** The log-probability of a token at its place in the whole text. */
    @FunctionalInterface
    interface PlaceLog {
        double at(int place, int token);
    }
}
