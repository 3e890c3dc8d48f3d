package org.dramatis.checkpoint.text.jinja;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What stands behind a dot or in brackets. Nothing of Java can be reached: only what is listed here and in {@link TextMethods}. */
final class Attributes {
    private final Budget budget;

    Attributes(Budget budget) {
        this.budget = budget;
    }

    /** {@code target.name}: a method, or else an item of that name. */
    Value attribute(Value target, String name) {
        return method(target, name).or(() -> entry(target, Value.of(name))).orElseGet(() -> missing(target, name));
    }

    /** {@code target[index]}: an item, or else a method of that name. */
    Value item(Value target, Value index) {
        if (Numbers.isWhole(index) && !(target instanceof Value.Mapping)) {
            return Slices.item(target, Numbers.whole(index));
        }
        return entry(target, index)
                .or(() -> index instanceof Value.Text(String name) ? method(target, name) : Optional.empty())
                .orElseGet(() -> missing(target, Printing.text(index)));
    }

    private static Optional<Value> entry(Value target, Value key) {
        return switch (target) {
            case Value.Mapping mapping -> Optional.ofNullable(mapping.entries().get(Value.asKey(key)));
            case Value.Namespace namespace
            when key instanceof Value.Text(String name) ->
                Optional.ofNullable(namespace.attributes().get(name));
            default -> Optional.empty();
        };
    }

    private Optional<Value> method(Value target, String name) {
        return switch (target) {
            case Value.Text(String text) -> TextMethods.find(text, name, budget);
            case Value.Mapping(Map<Value, Value> entries) -> ofMapping(entries, name);
            case Value.Sequence(List<Value> items, boolean isTuple) -> ofSequence(items, name);
            default -> Optional.empty();
        };
    }

    private static Optional<Value> ofMapping(Map<Value, Value> entries, String name) {
        return switch (name) {
            case "items" -> function(name, inputs -> pairs(entries));
            case "keys" -> function(name, inputs -> Value.list(List.copyOf(entries.keySet())));
            case "values" -> function(name, inputs -> Value.list(List.copyOf(entries.values())));
            case "get" ->
                function(name, inputs -> {
                    Value otherwise = inputs.atMost(2).find(1, "default").orElse(Value.None.NONE);
                    return entries.getOrDefault(Value.asKey(inputs.require(0, "key")), otherwise);
                });
            case "update", "pop", "setdefault", "clear", "popitem" -> throw unchangeable(name);
            default -> Optional.empty();
        };
    }

    private static Optional<Value> ofSequence(List<Value> items, String name) {
        return switch (name) {
            case "index" ->
                function(name, inputs -> Value.of(place(items, inputs.atMost(1).require(0, "value"))));
            case "count" ->
                function(
                        name,
                        inputs -> Value.of(items.stream()
                                .filter(item ->
                                        Comparing.equal(item, inputs.atMost(1).require(0, "value")))
                                .count()));
            case "append", "pop", "insert", "extend", "remove", "clear", "reverse", "sort" -> throw unchangeable(name);
            default -> Optional.empty();
        };
    }

    static Value pairs(Map<Value, Value> entries) {
        return Value.list(entries.entrySet().stream()
                .map(entry -> Value.tuple(List.of(entry.getKey(), entry.getValue())))
                .toList());
    }

    private static int place(List<Value> items, Value wanted) {
        for (int i = 0; i < items.size(); i++) {
            if (Comparing.equal(items.get(i), wanted)) {
                return i;
            }
        }
        throw new EvaluationException(Printing.quoted(wanted) + " is not in the list");
    }

    private static Optional<Value> function(String name, Value.Function.Body body) {
        return Optional.of(new Value.Function(name, body));
    }

    private static EvaluationException unchangeable(String method) {
        return new EvaluationException(
                "a template may not call ." + method + "(): lists and mappings stay as they are");
    }

    private static Value missing(Value target, String name) {
        if (target instanceof Value.Undefined(String reason)) {
            throw new EvaluationException(reason + ", so it has no '" + name + "'");
        }
        return new Value.Undefined("there is no '" + name + "' in " + kind(target));
    }

    private static String kind(Value target) {
        return switch (target) {
            case Value.Text text -> "text";
            case Value.Mapping mapping -> "the mapping";
            case Value.Sequence sequence -> "the list";
            case Value.Namespace namespace -> "the namespace";
            default -> Printing.quoted(target);
        };
    }
}
