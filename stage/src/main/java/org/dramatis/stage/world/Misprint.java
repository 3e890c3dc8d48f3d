package org.dramatis.stage.world;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/**
 * Why a file is not what it should be, in words of whoever wrote it.
 *
 * @param line from 1; 0 where it is not known
 */
record Misprint(int line, String reason) {
    static Misprint of(JacksonException wrong, byte[] file, ObjectMapper mapper) {
        if (!(wrong instanceof DatabindException)) {
            return new Misprint(line(wrong), plain(wrong.getOriginalMessage()));
        }
        JsonPointer entry = entry(wrong);
        if (wrong instanceof ValueInstantiationException made) {
            List<String> known = fields(made.getType().getRawClass());
            // A misspelt field is a missing one as well, and the spelling is the better hint.
            Optional<String> unknown = mapper.readTree(file).at(entry).propertyNames().stream()
                    .filter(name -> !known.isEmpty() && !known.contains(name))
                    .findFirst();
            if (unknown.isPresent()) {
                return new Misprint(
                        line(entry.appendProperty(unknown.get()), file, mapper), unknown(unknown.get(), known));
            }
        }
        // The exception knows at best where the fault was noticed, which is behind the entry.
        return new Misprint(entry.matches() ? line(wrong) : line(entry, file, mapper), reason(wrong));
    }

    private static JsonPointer entry(JacksonException wrong) {
        JsonPointer entry = JsonPointer.empty();
        for (Reference step : wrong.getPath()) {
            entry = step.getPropertyName() == null
                    ? entry.appendIndex(step.getIndex())
                    : entry.appendProperty(step.getPropertyName());
        }
        return entry;
    }

    private static int line(JacksonException wrong) {
        return wrong.getLocation() == null ? 0 : Math.max(0, wrong.getLocation().getLineNr());
    }

    private static int line(JsonPointer entry, byte[] file, ObjectMapper mapper) {
        try (JsonParser parser = mapper.createParser(file)) {
            while (parser.nextToken() != null) {
                if (parser.streamReadContext().pathAsPointer().equals(entry)) {
                    return parser.currentTokenLocation().getLineNr();
                }
            }
        }
        return 0;
    }

    private static String reason(JacksonException wrong) {
        if (wrong.getCause() instanceof IllegalArgumentException meaning) {
            return String.valueOf(meaning.getMessage());
        }
        return switch (wrong) {
            case UnrecognizedPropertyException unknown ->
                unknown(unknown.getPropertyName(), unknown.getKnownPropertyIds());
            case InvalidFormatException format ->
                field(wrong) + " is '" + format.getValue() + "': write " + allowed(format.getTargetType());
            case MismatchedInputException other
            when !other.getPath().isEmpty() ->
                field(wrong) + " is of another kind: write " + allowed(other.getTargetType());
            case MismatchedInputException other
            when other.getOriginalMessage().startsWith("No content") -> "the file is empty";
            default -> plain(wrong.getOriginalMessage());
        };
    }

    private static String unknown(String name, Collection<?> known) {
        return "unknown field '" + name + "': it may have " + known;
    }

    /** Of a record. */
    private static List<String> fields(Class<?> type) {
        return Stream.ofNullable(type.getRecordComponents())
                .flatMap(Stream::of)
                .map(component -> Optional.ofNullable(component.getAccessor().getAnnotation(JsonProperty.class))
                        .map(JsonProperty::value)
                        .orElse(component.getName()))
                .toList();
    }

    private static String field(JacksonException wrong) {
        return wrong.getPath().stream()
                .map(Reference::getPropertyName)
                .filter(Objects::nonNull)
                .reduce((_, last) -> last)
                .map(name -> "'" + name + "'")
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
