package org.dramatis.store.data;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * What strangers wrote, made fit for readers: what cannot be seen could move the cursor of a terminal or turn its text around, and
 * is named instead, {@code [U+202E]} say.
 */
public final class Printable {
    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private static final int LONGEST_SENTENCE = 1000;
    private static final int LONGEST_VALUE = 60;
    private static final int MOST_NAMES = 12;

    private Printable() {}

    public static String sentence(String text) {
        return cut(text, LONGEST_SENTENCE);
    }

    /** A line of text, whole; tabs are spaces, and what else would break it is named. */
    public static String line(String text) {
        return visible(text.replace('\t', ' ').codePoints());
    }

    static String quoted(String text) {
        return "'" + cut(text, LONGEST_VALUE) + "'";
    }

    /** The value itself where it is short, else what kind of value it is. */
    static String value(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> "an object";
            case ARRAY -> "a list";
            case STRING -> quoted(node.stringValue());
            case MISSING -> "missing";
            default -> cut(node.toString(), LONGEST_VALUE);
        };
    }

    static String names(Collection<String> names) {
        String listed = names.stream().limit(MOST_NAMES).map(Printable::quoted).collect(Collectors.joining(", "));
        return names.size() <= MOST_NAMES ? listed : listed + " and " + (names.size() - MOST_NAMES) + " more";
    }

    private static String cut(String text, int longest) {
        String start = visible(text.codePoints().limit(longest));
        return text.codePointCount(0, text.length()) <= longest ? start : start + "...";
    }

    private static String visible(IntStream points) {
        StringBuilder text = new StringBuilder();
        points.forEach(point -> {
            if (isInvisible(point)) {
                text.append(String.format(Locale.ROOT, "[U+%04X]", point));
            } else {
                text.appendCodePoint(point);
            }
        });
        return text.toString();
    }

    private static boolean isInvisible(int point) {
        return switch (Character.getType(point)) {
            // Emoji and the words of several scripts are written with joiners.
            case Character.FORMAT -> point != ZERO_WIDTH_JOINER && point != ZERO_WIDTH_NON_JOINER;
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                true;
            default -> false;
        };
    }
}
