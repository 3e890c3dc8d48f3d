package org.dramatis.store.data;

import java.util.Collection;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What strangers wrote, made fit for a terminal: control characters could move its cursor or turn its text around. */
public final class Printable {
    private static final int LONGEST_SENTENCE = 1000;
    private static final int LONGEST_VALUE = 60;
    private static final int MOST_NAMES = 12;

    private Printable() {}

    public static String sentence(String text) {
        return cut(text, LONGEST_SENTENCE);
    }

    /** A line of text, whole. */
    public static String line(String text) {
        return cut(text.replace('\t', ' '), Integer.MAX_VALUE);
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
        String start = text.codePoints()
                .limit(longest)
                .map(point -> isInvisible(point) ? '?' : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return start.length() == text.length() ? start : start + "...";
    }

    private static boolean isInvisible(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
