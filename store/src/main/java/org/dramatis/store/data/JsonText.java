package org.dramatis.store.data;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;

/** The JSON object in the bytes of a row. What is none is refused with an {@link IllegalArgumentException} that says why. */
final class JsonText {
    private static final int DEEPEST = 100;

    private static final int LONGEST_NUMBER = 1000;

    /** A tree of so many values fits a heap of a hundred megabytes. */
    private static final int MOST_TOKENS = 1_000_000;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(LONGEST_NUMBER)
                            .maxTokenCount(MOST_TOKENS)
                            // The row is bounded already.
                            .maxStringLength(Integer.MAX_VALUE)
                            .maxNameLength(Integer.MAX_VALUE)
                            .build())
                    .build())
            // Readers that keep the first and readers that keep the last would see two different rows.
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private final Unit unit;

    JsonText(Unit unit) {
        this.unit = unit;
    }

    JsonNode object(ByteBuffer bytes) {
        try (JsonParser parser = MAPPER.createParser(decoded(bytes))) {
            parser.nextToken();
            JsonNode row = parser.readValueAsTree();
            if (parser.nextToken() != null) {
                throw new IllegalArgumentException("the " + unit.noun() + " goes on after its JSON"
                        + where(parser.currentTokenLocation()) + ": " + unit.rule());
            }
            if (!row.isObject()) {
                throw new IllegalArgumentException(
                        "the row is " + Printable.value(row) + ", not an object: " + unit.rule());
            }
            return row;
        } catch (JacksonException problem) {
            throw new IllegalArgumentException(reason(problem), problem);
        }
    }

    /** Replaced characters would be evidence that nobody wrote: bytes that are no text refuse the whole row. */
    private String decoded(ByteBuffer row) {
        ByteBuffer bytes = row.slice();
        try {
            return decoder.decode(bytes).toString();
        } catch (CharacterCodingException broken) {
            int at = bytes.position();
            String value = String.format("0x%02X", bytes.get(at) & 0xFF);
            throw new IllegalArgumentException(
                    "the " + unit.noun() + " is not UTF-8 at byte " + (at + 1) + ", " + value
                            + ": convert the file to UTF-8",
                    broken);
        }
    }

    private String reason(JacksonException problem) {
        String it = "the " + unit.noun();
        String where = where(problem.getLocation());
        return switch (problem) {
            case UnexpectedEndOfInputException end ->
                it + " ends" + where + " in the middle of its JSON: " + unit.rule();
            case StreamConstraintsException bound ->
                it + " goes beyond what is read" + where + ": values nested " + DEEPEST + " deep, " + MOST_TOKENS
                        + " of them, numbers of " + LONGEST_NUMBER + " digits";
            case MismatchedInputException twice ->
                "an object names a field twice (" + twice.getOriginalMessage() + "): which one counts?";
            default -> it + " is not JSON" + where + ": " + problem.getOriginalMessage();
        };
    }

    private static String where(@Nullable TokenStreamLocation place) {
        if (place == null) {
            return "";
        }
        String line = place.getLineNr() > 1 ? " of its line " + place.getLineNr() : "";
        return " at column " + place.getColumnNr() + line;
    }
}
