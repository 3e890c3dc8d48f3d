package org.dramatis.checkpoint.text.jinja;

import java.util.ArrayList;
import java.util.List;

/** What a loop goes over: the items of a list, the keys of a mapping, the characters of a text, nothing for what is undefined. */
final class Iteration {
    private Iteration() {}

    static List<Value> items(Value value) {
        return switch (value) {
            case Value.Sequence sequence -> sequence.items();
            case Value.Mapping mapping -> new ArrayList<>(mapping.entries().keySet());
            case Value.Text(String text) ->
                text.codePoints().mapToObj(Character::toString).map(Value::of).toList();
            case Value.Undefined undefined -> List.of();
            default -> throw new EvaluationException(Printing.quoted(value) + " has no items to go over");
        };
    }

    static boolean isIterable(Value value) {
        return value instanceof Value.Sequence
                || value instanceof Value.Mapping
                || value instanceof Value.Text
                || value instanceof Value.Undefined;
    }
}
