package org.dramatis.checkpoint.text.jinja;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an expression can evaluate to. No value can be changed but a {@link Namespace}, and none gives access to Java objects. */
public sealed interface Value {
    enum None implements Value {
        NONE
    }

    /** A name, an attribute or an item that is not there: it may be tested and printed (as nothing), not used. */
    record Undefined(String reason) implements Value {}

    record Truth(boolean value) implements Value {}

    record Whole(long value) implements Value {}

    record Real(double value) implements Value {}

    record Text(String value) implements Value {}

    record Sequence(List<Value> items, boolean isTuple) implements Value {
        public Sequence {
            items = Collections.unmodifiableList(items);
        }
    }

    record Mapping(Map<Value, Value> entries) implements Value {
        public Mapping {
            entries = Collections.unmodifiableMap(entries);
        }
    }

    /** What {@code namespace()} makes: the one thing that a loop may write to and that outlives it. */
    record Namespace(Map<String, Value> attributes) implements Value {}

    record Function(String name, Body body) implements Value {
        /** What happens in a call. */
        @FunctionalInterface
        interface Body {
            Value call(Arguments arguments);
        }
    }

    static Value of(String text) {
        return new Text(text);
    }

    static Value of(boolean truth) {
        return new Truth(truth);
    }

    static Value of(long number) {
        return new Whole(number);
    }

    static Value list(List<Value> items) {
        return new Sequence(items, false);
    }

    static Value tuple(List<Value> items) {
        return new Sequence(items, true);
    }

    static Value map(Map<String, Value> entries) {
        Map<Value, Value> keyed = new LinkedHashMap<>();
        entries.forEach((key, value) -> keyed.put(of(key), value));
        return new Mapping(keyed);
    }

    /** The value, if it may stand for an entry of a mapping. */
    static Value asKey(Value value) {
        return switch (value) {
            case Text text -> text;
            case Whole number -> number;
            case Truth truth -> truth;
            case None none -> none;
            default -> throw new EvaluationException(Printing.quoted(value) + " cannot be the key of a mapping");
        };
    }
}
