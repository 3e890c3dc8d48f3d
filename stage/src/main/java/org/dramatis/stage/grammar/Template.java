package org.dramatis.stage.grammar;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;

/**
 * A text with alternatives and slots.
 *
 * <pre>{@code
 * Template.of("[Arr|Ahoy], {right}[, matey|].")   // Ahoy, hold the burn under cool running water, matey.
 * }</pre>
 *
 * <p>{@code [a|b|]} is one of its alternatives, each as likely as the others; they may be empty and may nest. {@code {name}} is what
 * the slot of that name holds, {@code {Name}} the same with a capital. A backslash before one of {@code [ ] { } | \} makes it a
 * plain character.
 */
public final class Template {
    /** What stands in a slot; it may make choices of its own. */
    @FunctionalInterface
    public interface Slots {
        Slots NONE = (name, choices) -> {
            throw new IllegalArgumentException("there is nothing to put in the slot {" + name + "}");
        };

        /** @throws IllegalArgumentException when there is no slot of that name */
        String fill(String name, Choices choices);
    }

    sealed interface Part {
        record Words(String words) implements Part {}

        record Slot(String name, boolean capital) implements Part {}

        record OneOf(List<List<Part>> alternatives) implements Part {}
    }

    private final String source;
    private final List<Part> parts;

    private Template(String source) {
        this.source = source;
        this.parts = new TemplateParser(source).parse();
    }

    /** @throws IllegalArgumentException when brackets do not fit, with the place */
    @JsonCreator
    public static Template of(String source) {
        return new Template(source);
    }

    public String write(Slots slots, Choices choices) {
        StringBuilder text = new StringBuilder();
        write(parts, slots, choices, text);
        return text.toString();
    }

    /** Whether any alternative has this slot, with or without a capital. */
    public boolean mentions(String slot) {
        return mentions(parts, slot);
    }

    private static boolean mentions(List<Part> parts, String slot) {
        return parts.stream().anyMatch(part -> switch (part) {
            case Part.Words _ -> false;
            case Part.Slot(String name, boolean _) -> name.equals(slot);
            case Part.OneOf(var alternatives) -> alternatives.stream().anyMatch(parts2 -> mentions(parts2, slot));
        });
    }

    private static void write(List<Part> parts, Slots slots, Choices choices, StringBuilder text) {
        for (Part part : parts) {
            switch (part) {
                case Part.Words(String words) -> text.append(words);
                case Part.Slot(String name, boolean capital) -> {
                    String content = slots.fill(name, choices);
                    text.append(capital ? capitalised(content) : content);
                }
                case Part.OneOf(var alternatives) -> write(choices.one(alternatives), slots, choices, text);
            }
        }
    }

    public static String capitalised(String words) {
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Template template && source.equals(template.source);
    }

    @Override
    public int hashCode() {
        return source.hashCode();
    }

    @Override
    public String toString() {
        return source;
    }
}
