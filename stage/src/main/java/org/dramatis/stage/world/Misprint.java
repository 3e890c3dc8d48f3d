package org.dramatis.stage.world;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Why a file is not what it should be, in words of whoever wrote it. */
record Misprint(JacksonException wrong) {
    /** {@code ", line 12"}, or nothing where the place is not known. */
    String place(InputStream file, ObjectMapper mapper) throws IOException {
        int line = line(file, mapper);
        return line < 1 ? "" : ", line " + line;
    }

    /** Where the entry begins that is at fault; the exception knows at best where it was noticed, which is behind it. */
    private int line(InputStream file, ObjectMapper mapper) throws IOException {
        JsonPointer fault = JsonPointer.empty();
        for (Reference step : wrong.getPath()) {
            fault = step.getPropertyName() == null
                    ? fault.appendIndex(step.getIndex())
                    : fault.appendProperty(step.getPropertyName());
        }
        if (!fault.matches()) {
            try (JsonParser parser = mapper.createParser(file)) {
                while (parser.nextToken() != null) {
                    if (parser.streamReadContext().pathAsPointer().equals(fault)) {
                        return parser.currentTokenLocation().getLineNr();
                    }
                }
            }
        }
        return wrong.getLocation() == null ? 0 : wrong.getLocation().getLineNr();
    }

    String reason() {
        if (wrong.getCause() instanceof IllegalArgumentException meaning) {
            return String.valueOf(meaning.getMessage());
        }
        return switch (wrong) {
            case UnrecognizedPropertyException unknown ->
                "unknown field '" + unknown.getPropertyName() + "': it may have " + unknown.getKnownPropertyIds();
            case InvalidFormatException format ->
                field() + " is '" + format.getValue() + "': write " + allowed(format.getTargetType());
            case MismatchedInputException other
            when !other.getPath().isEmpty() -> field() + " is of another kind: write " + allowed(other.getTargetType());
            default -> plain(wrong.getOriginalMessage());
        };
    }

    private String field() {
        return wrong.getPath().stream()
                .map(Reference::getPropertyName)
                .filter(Objects::nonNull)
                .reduce((_, last) -> "'" + last + "'")
                .orElse("the file");
    }

    private static String allowed(Class<?> type) {
        if (type.isEnum()) {
            return "one of " + List.of(type.getEnumConstants());
        }
        if (type == boolean.class) {
            return "true or false";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "a number";
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "a list";
        }
        return type == String.class ? "text" : "entries of the form 'name: value'";
    }

    /** Of a parser's message only the sentences: it repeats itself, and quotes the file with a pointer below. */
    private static String plain(String message) {
        return message.lines()
                .filter(line -> !line.isBlank() && !line.startsWith(" "))
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
