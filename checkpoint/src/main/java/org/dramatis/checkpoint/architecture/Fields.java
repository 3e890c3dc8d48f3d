package org.dramatis.checkpoint.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import org.dramatis.checkpoint.CheckpointException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The fields of a JSON object from strangers, each asked for by name, type and bounds. A field that says null counts as
 * missing. What is wrong is said with the file, the field, the value and what is allowed.
 *
 * @param path of the object inside the file, with the dot
 */
record Fields(String source, String path, ObjectNode values) {
    private static final int LONGEST_QUOTE = 80;

    /** The same, where a field that is not there at all takes its value from {@code defaults}. */
    Fields withDefaults(ObjectNode defaults) {
        return new Fields(source, path, defaults.deepCopy().setAll(values));
    }

    /** The same, where a field has this value. */
    Fields with(String field, JsonNode value) {
        ObjectNode changed = values.deepCopy();
        changed.set(field, value);
        return new Fields(source, path, changed);
    }

    boolean has(String field) {
        return values.hasNonNull(field);
    }

    int whole(String field, int least, int most) {
        return optionalWhole(field, least, most).orElseThrow(() -> missing(field, wholeFrom(least, most)));
    }

    OptionalInt optionalWhole(String field, int least, int most) {
        if (!has(field)) {
            return OptionalInt.empty();
        }
        JsonNode value = values.get(field);
        if (!value.isIntegralNumber()
                || !value.canConvertToInt()
                || value.intValue() < least
                || value.intValue() > most) {
            throw wrong(field, wholeFrom(least, most));
        }
        return OptionalInt.of(value.intValue());
    }

    double number(String field, double least, double most) {
        return optionalNumber(field, least, most).orElseThrow(() -> missing(field, numberFrom(least, most)));
    }

    OptionalDouble optionalNumber(String field, double least, double most) {
        return has(field) ? OptionalDouble.of(number(field, values.get(field), least, most)) : OptionalDouble.empty();
    }

    boolean flag(String field) {
        if (!values.path(field).isBoolean()) {
            throw has(field) ? wrong(field, "true or false") : missing(field, "true or false");
        }
        return values.get(field).booleanValue();
    }

    String text(String field) {
        return optionalText(field).orElseThrow(() -> missing(field, "a text"));
    }

    Optional<String> optionalText(String field) {
        return optional(field, value -> text(field, value));
    }

    /** A field that is an object by itself. */
    Optional<Fields> object(String field) {
        return optional(field, value -> {
            if (!(value instanceof ObjectNode inner)) {
                throw wrong(field, "an object");
            }
            return new Fields(source, path + field + ".", inner);
        });
    }

    /** The same, and one without any field where it is not there. */
    Fields objectOrNothing(String field) {
        return object(field)
                .orElseGet(() -> new Fields(source, path + field + ".", JsonNodeFactory.instance.objectNode()));
    }

    Optional<List<String>> texts(String field) {
        return list(field, value -> text(field, value));
    }

    Optional<List<Double>> numbers(String field, double least, double most) {
        return list(field, value -> number(field, value, least, most));
    }

    /** The error that a field's value is none of what is allowed. */
    CheckpointException wrong(String field, String allowed) {
        return new CheckpointException(
                source + ": the field '" + path + field + "' is " + quote(field) + ", where " + allowed + " must be");
    }

    /** Any other error of this object. */
    CheckpointException problem(String problem) {
        return new CheckpointException(source + ": " + problem);
    }

    /** The error that a field without a default is not there. */
    CheckpointException missing(String field, String allowed) {
        return new CheckpointException(source + ": the field '" + path + field + "' is missing: give " + allowed);
    }

    private <T> Optional<T> optional(String field, Function<JsonNode, T> read) {
        return has(field) ? Optional.of(read.apply(values.get(field))) : Optional.empty();
    }

    private <T> Optional<List<T>> list(String field, Function<JsonNode, T> read) {
        return optional(field, value -> {
            if (!value.isArray()) {
                throw wrong(field, "a list");
            }
            List<T> items = new ArrayList<>();
            value.forEach(item -> items.add(read.apply(item)));
            return List.copyOf(items);
        });
    }

    private String text(String field, JsonNode value) {
        if (!value.isString()) {
            throw wrong(field, "a text");
        }
        return value.stringValue();
    }

    private double number(String field, JsonNode value, double least, double most) {
        OptionalDouble number = value.isNumber() ? value.asDoubleOpt() : OptionalDouble.empty();
        if (number.isEmpty() || !(number.getAsDouble() >= least && number.getAsDouble() <= most)) {
            throw wrong(field, numberFrom(least, most));
        }
        return number.getAsDouble();
    }

    private String quote(String field) {
        String value = values.path(field).toString();
        return value.length() <= LONGEST_QUOTE ? value : value.substring(0, LONGEST_QUOTE) + "...";
    }

    private static String wholeFrom(int least, int most) {
        return "a whole number from " + least + " to " + most;
    }

    private static String numberFrom(double least, double most) {
        return "a number from " + least + " to " + most;
    }
}
