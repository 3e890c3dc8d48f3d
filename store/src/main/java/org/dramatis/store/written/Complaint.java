package org.dramatis.store.written;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** The complaint of the library that reads files, as a {@link Misprint}. */
record Complaint(JacksonException wrong, WrittenFile file) {
    Misprint misprint() {
        if (!(wrong instanceof DatabindException)) {
            return new Misprint(noticed(), plain(wrong.getOriginalMessage()));
        }
        JsonPointer entry = entry();
        if (wrong instanceof ValueInstantiationException made) {
            List<String> known = fields(made.getType().getRawClass());
            // A misspelt field is a missing one as well, and the spelling is the better hint.
            Optional<String> unknown = file.names(entry).stream()
                    .filter(name -> !known.isEmpty() && !known.contains(name))
                    .findFirst();
            if (unknown.isPresent()) {
                return new Misprint(
                        file.mark(entry.appendProperty(unknown.get())), Misprint.unknownField(unknown.get(), known));
            }
        }
        // The exception knows at best where the fault was noticed, which is behind the entry.
        return new Misprint(entry.matches() ? noticed() : file.mark(entry), reason());
    }

    private JsonPointer entry() {
        JsonPointer entry = JsonPointer.empty();
        for (Reference step : wrong.getPath()) {
            entry = step.getPropertyName() == null
                    ? entry.appendIndex(step.getIndex())
                    : entry.appendProperty(step.getPropertyName());
        }
        return entry;
    }

    private Mark noticed() {
        TokenStreamLocation place = wrong.getLocation();
        return place == null || place.getLineNr() < 1
                ? Mark.UNKNOWN
                : new Mark(place.getLineNr(), Math.max(1, place.getColumnNr()));
    }

    private String reason() {
        if (wrong.getCause() instanceof IllegalArgumentException meaning) {
            return String.valueOf(meaning.getMessage());
        }
        return switch (wrong) {
            case UnrecognizedPropertyException unknown ->
                Misprint.unknownField(unknown.getPropertyName(), unknown.getKnownPropertyIds());
            case InvalidFormatException format ->
                field() + " is '" + format.getValue() + "': write " + allowed(format.getTargetType());
            case MismatchedInputException other
            when !other.getPath().isEmpty() -> field() + " is of another kind: write " + allowed(other.getTargetType());
            case MismatchedInputException other
            when other.getOriginalMessage().startsWith("No content") -> "the file is empty";
            default -> plain(wrong.getOriginalMessage());
        };
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

    private String field() {
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
