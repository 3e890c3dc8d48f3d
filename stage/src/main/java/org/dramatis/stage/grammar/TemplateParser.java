package org.dramatis.stage.grammar;

import java.util.ArrayList;
import java.util.List;
import org.dramatis.stage.grammar.Template.Part;

/** Reads a {@link Template}, one character after the other. */
final class TemplateParser {
    private final String source;
    private int at;

    TemplateParser(String source) {
        this.source = source;
    }

    List<Part> parse() {
        List<Part> parts = sequence();
        if (at < source.length()) {
            throw wrong(
                    "'" + source.charAt(at) + "' without a '[' before it; write it as '\\" + source.charAt(at) + "'");
        }
        return parts;
    }

    /** Up to the end, or to a bar or bracket that belongs to the alternatives around it. */
    private List<Part> sequence() {
        List<Part> parts = new ArrayList<>();
        StringBuilder words = new StringBuilder();
        while (at < source.length() && source.charAt(at) != '|' && source.charAt(at) != ']') {
            char next = source.charAt(at);
            switch (next) {
                case '[' -> {
                    endWords(words, parts);
                    parts.add(alternatives());
                }
                case '{' -> {
                    endWords(words, parts);
                    parts.add(slot());
                }
                case '}' -> throw wrong("'}' without a '{' before it; write it as '\\}'");
                case '\\' -> words.append(escaped());
                default -> {
                    words.append(next);
                    at++;
                }
            }
        }
        endWords(words, parts);
        return List.copyOf(parts);
    }

    private static void endWords(StringBuilder words, List<Part> parts) {
        if (!words.isEmpty()) {
            parts.add(new Part.Words(words.toString()));
            words.setLength(0);
        }
    }

    private Part alternatives() {
        int opened = at;
        List<List<Part>> alternatives = new ArrayList<>();
        do {
            at++;
            alternatives.add(sequence());
        } while (at < source.length() && source.charAt(at) == '|');
        if (at == source.length()) {
            at = opened;
            throw wrong("'[' without a ']' behind it");
        }
        at++;
        return new Part.OneOf(List.copyOf(alternatives));
    }

    private Part slot() {
        int end = source.indexOf('}', at);
        String name = end < 0 ? "" : source.substring(at + 1, end);
        if (!name.matches("[A-Za-z][A-Za-z0-9-]*")) {
            throw wrong("'{' that begins no slot such as {topic}; a plain one is written '\\{'");
        }
        at = end + 1;
        return new Part.Slot(
                Character.toLowerCase(name.charAt(0)) + name.substring(1), Character.isUpperCase(name.charAt(0)));
    }

    private char escaped() {
        if (at + 1 == source.length() || "[]{}|\\".indexOf(source.charAt(at + 1)) < 0) {
            throw wrong("a backslash stands before one of [ ] { } | \\ only");
        }
        at += 2;
        return source.charAt(at - 1);
    }

    private IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException("template '" + source + "', character " + (at + 1) + ": " + what);
    }
}
