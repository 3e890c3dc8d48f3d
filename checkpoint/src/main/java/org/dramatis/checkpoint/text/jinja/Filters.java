package org.dramatis.checkpoint.text.jinja;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The filters: {@code value | name(...)}. */
final class Filters {
    private static final long WIDEST_INDENT = 64;

    private final Budget budget;
    private final Attributes attributes;

    Filters(Budget budget, Attributes attributes) {
        this.budget = budget;
        this.attributes = attributes;
    }

    Value apply(String name, Value input, Arguments inputs) {
        return switch (name) {
            case "trim" -> Value.of(Whitespace.strip(Printing.text(input), TextMethods.characters(inputs)));
            case "upper" -> Value.of(Printing.text(input).toUpperCase(Locale.ROOT));
            case "lower" -> Value.of(Printing.text(input).toLowerCase(Locale.ROOT));
            case "capitalize" -> Value.of(TextMethods.capitalized(Printing.text(input)));
            case "string" -> Value.of(Printing.text(input));
            case "replace" -> TextMethods.replace(Printing.text(input), inputs, budget);
            case "indent" -> indent(Printing.text(input), inputs.atMost(3, "width", "first", "blank"));
            case "tojson" -> json(input, inputs.atMost(0, "indent", "ensure_ascii", "sort_keys"));
            case "length", "count" -> Value.of(length(input));
            case "default", "d" -> otherwise(input, inputs.atMost(2, "default_value", "boolean"));
            case "first" ->
                items(input).stream()
                        .findFirst()
                        .orElseGet(() -> new Value.Undefined("no first item, the list is empty"));
            case "last" -> Slices.item(Value.list(items(input)), -1);
            case "list" -> Value.list(items(input));
            case "reverse" ->
                input instanceof Value.Text
                        ? Slices.slice(input, Optional.empty(), Optional.empty(), -1)
                        : Value.list(items(input).reversed());
            case "join" -> join(input, inputs.atMost(2, "d", "attribute"));
            case "items" -> input instanceof Value.Undefined ? Value.list(List.of()) : Attributes.pairs(entries(input));
            case "dictsort" -> sorted(entries(input));
            case "map" -> map(input, inputs);
            case "select" -> kept(input, inputs, item -> item, 0, true);
            case "reject" -> kept(input, inputs, item -> item, 0, false);
            case "selectattr" -> kept(input, inputs, attribute(inputs.text(0, "attribute")), 1, true);
            case "rejectattr" -> kept(input, inputs, attribute(inputs.text(0, "attribute")), 1, false);
            case "sum" -> items(input).stream().reduce(Value.of(0), (a, b) -> Numbers.calculate("+", a, b));
            case "abs" -> Comparing.holds("<", input, Value.of(0)) ? Numbers.calculate("-", Value.of(0), input) : input;
            case "int" -> whole(input, inputs.atMost(1, "default"));
            default -> throw new EvaluationException("the filter '" + name + "' is not known here");
        };
    }

    private List<Value> items(Value input) {
        List<Value> items = Iteration.items(input);
        budget.spend(items.size());
        return items;
    }

    private static Map<Value, Value> entries(Value input) {
        if (input instanceof Value.Mapping mapping) {
            return mapping.entries();
        }
        throw new EvaluationException(Printing.quoted(input) + " is no mapping");
    }

    private static long length(Value input) {
        return switch (input) {
            case Value.Text(String text) -> text.codePointCount(0, text.length());
            case Value.Sequence sequence -> sequence.items().size();
            case Value.Mapping mapping -> mapping.entries().size();
            case Value.Undefined undefined -> 0;
            default -> throw new EvaluationException(Printing.quoted(input) + " has no length");
        };
    }

    private static Value otherwise(Value input, Arguments inputs) {
        boolean alsoFalse = inputs.find(1, "boolean").map(Comparing::isTrue).orElse(false);
        boolean isMissing = input instanceof Value.Undefined || (alsoFalse && !Comparing.isTrue(input));
        return isMissing ? inputs.find(0, "default_value").orElse(Value.of("")) : input;
    }

    private Value json(Value input, Arguments inputs) {
        if (inputs.find("ensure_ascii").map(Comparing::isTrue).orElse(false)) {
            throw new EvaluationException("tojson: ensure_ascii=true is not known here");
        }
        long width = inputs.find("indent")
                .filter(given -> given != Value.None.NONE)
                .map(Numbers::whole)
                .orElse(0L);
        boolean sortKeys = inputs.find("sort_keys").map(Comparing::isTrue).orElse(false);
        return Value.of(Json.of(input, spaces(width), sortKeys, budget));
    }

    private static String spaces(long width) {
        if (width < 0 || width > WIDEST_INDENT) {
            throw new EvaluationException("an indentation of " + width + " is not between 0 and " + WIDEST_INDENT);
        }
        return " ".repeat((int) width);
    }

    private Value indent(String text, Arguments inputs) {
        String spaces = spaces(inputs.whole(0, "width", 4));
        boolean first = inputs.find(1, "first").map(Comparing::isTrue).orElse(false);
        boolean blank = inputs.find(2, "blank").map(Comparing::isTrue).orElse(false);
        String[] lines = text.split("\n", -1);
        budget.spend((long) lines.length * spaces.length());
        for (int i = first ? 0 : 1; i < lines.length; i++) {
            lines[i] = blank || !lines[i].isEmpty() || i == 0 ? spaces + lines[i] : lines[i];
        }
        return Value.of(String.join("\n", lines));
    }

    private Value join(Value input, Arguments inputs) {
        String separator = Printing.text(inputs.find(0, "d").orElse(Value.of("")));
        Function<Value, Value> part = inputs.find(1, "attribute")
                .map(Printing::text)
                .map(this::attribute)
                .orElse(item -> item);
        List<Value> items = items(input);
        budget.spend((long) separator.length() * items.size());
        return Value.of(items.stream().map(part).map(Printing::text).collect(Collectors.joining(separator)));
    }

    private Function<Value, Value> attribute(String path) {
        return item -> {
            Value value = item;
            for (String name : path.split("\\.", -1)) {
                value = attributes.item(value, Value.of(name));
            }
            return value;
        };
    }

    private Value map(Value input, Arguments inputs) {
        if (inputs.positional().isEmpty()) {
            Function<Value, Value> attribute =
                    attribute(inputs.atMost(0, "attribute", "default").text(0, "attribute"));
            Optional<Value> otherwise = inputs.find(1, "default");
            return Value.list(items(input).stream()
                    .map(attribute)
                    .map(value -> value instanceof Value.Undefined ? otherwise.orElse(value) : value)
                    .toList());
        }
        String filter = inputs.text(0, "filter");
        List<Value> mapped = new ArrayList<>();
        for (Value item : items(input)) {
            mapped.add(budget.made(apply(filter, item, inputs.from(1, filter))));
        }
        return Value.list(mapped);
    }

    /** The items of which a test, or else their truth, is as wanted. */
    private Value kept(Value input, Arguments inputs, Function<Value, Value> part, int testAt, boolean wanted) {
        Predicate<Value> test = Comparing::isTrue;
        if (inputs.positional().size() > testAt) {
            String name = inputs.text(testAt, "test");
            test = value -> Tests.holds(name, value, inputs.from(testAt + 1, name), budget);
        }
        Predicate<Value> isKept = test;
        return Value.list(items(input).stream()
                .filter(item -> isKept.test(part.apply(item)) == wanted)
                .toList());
    }

    /** By key, as Jinja sorts: whatever the case. */
    private static Value sorted(Map<Value, Value> entries) {
        List<Map.Entry<Value, Value>> sorted = new ArrayList<>(entries.entrySet());
        sorted.sort(Comparator.comparing(entry -> Printing.text(entry.getKey()).toLowerCase(Locale.ROOT)));
        return Value.list(sorted.stream()
                .map(entry -> Value.tuple(List.of(entry.getKey(), entry.getValue())))
                .toList());
    }

    private static Value whole(Value input, Arguments inputs) {
        try {
            return switch (input) {
                case Value.Text(String text) -> Value.of(Long.parseLong(Whitespace.strip(text, Whitespace::isSpace)));
                case Value.Real(double number) -> Value.of((long) number);
                default -> Value.of(Numbers.whole(input));
            };
        } catch (NumberFormatException problem) {
            return inputs.find(0, "default").orElse(Value.of(0));
        }
    }
}
