package org.dramatis.checkpoint.text.jinja;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The methods of texts. */
final class TextMethods {
    private static final Pattern LINE_BREAK = Pattern.compile("\r\n|[\n\r\u000b\f\u001c-\u001e\u0085\u2028\u2029]");

    private TextMethods() {}

    /** Each costs the length of what it reads, at least; what it makes is charged by {@link Evaluator}. */
    static Optional<Value> find(String text, String name, Budget budget) {
        return switch (name) {
            case "strip" -> of(name, inputs -> Value.of(Whitespace.strip(text, characters(inputs))));
            case "lstrip" -> of(name, inputs -> Value.of(Whitespace.stripStart(text, characters(inputs))));
            case "rstrip" -> of(name, inputs -> Value.of(Whitespace.stripEnd(text, characters(inputs))));
            case "upper" -> of(name, inputs -> Value.of(text.toUpperCase(Locale.ROOT)));
            case "lower" -> of(name, inputs -> Value.of(text.toLowerCase(Locale.ROOT)));
            case "title" -> of(name, inputs -> Value.of(title(text)));
            case "capitalize" -> of(name, inputs -> Value.of(capitalized(text)));
            case "startswith" ->
                of(name, inputs -> Value.of(affixes(inputs).stream().anyMatch(text::startsWith)));
            case "endswith" ->
                of(name, inputs -> Value.of(affixes(inputs).stream().anyMatch(text::endsWith)));
            case "removeprefix" ->
                of(name, inputs -> {
                    String prefix = inputs.atMost(1).text(0, "prefix");
                    return Value.of(text.startsWith(prefix) ? text.substring(prefix.length()) : text);
                });
            case "removesuffix" ->
                of(name, inputs -> {
                    String suffix = inputs.atMost(1).text(0, "suffix");
                    return Value.of(text.endsWith(suffix) ? text.substring(0, text.length() - suffix.length()) : text);
                });
            case "replace" -> of(name, inputs -> replace(text, inputs, budget));
            case "split" -> of(name, inputs -> split(text, inputs.atMost(2, "sep", "maxsplit")));
            case "splitlines" -> of(name, inputs -> lines(text));
            case "find" ->
                of(
                        name,
                        inputs -> Value.of(
                                place(text, text.indexOf(inputs.atMost(1).text(0, "sub")))));
            case "rfind" ->
                of(
                        name,
                        inputs -> Value.of(
                                place(text, text.lastIndexOf(inputs.atMost(1).text(0, "sub")))));
            case "count" ->
                of(
                        name,
                        inputs -> Value.of(pieces(text, inputs.atMost(1).text(0, "sub"), Long.MAX_VALUE)
                                        .size()
                                - 1L));
            case "join" -> of(name, inputs -> join(text, inputs.atMost(1).require(0, "iterable"), budget));
            case "isdigit" -> of(name, inputs -> Value.of(all(text, Character::isDigit)));
            case "isalpha" -> of(name, inputs -> Value.of(all(text, Character::isLetter)));
            case "isalnum" -> of(name, inputs -> Value.of(all(text, Character::isLetterOrDigit)));
            case "isspace" -> of(name, inputs -> Value.of(all(text, Whitespace::isSpace)));
            default -> Optional.empty();
        };
    }

    private static Optional<Value> of(String name, Value.Function.Body body) {
        return Optional.of(new Value.Function(name, body));
    }

    static IntPredicate characters(Arguments inputs) {
        Optional<Value> given = inputs.atMost(1, "chars").find(0, "chars");
        if (given.isEmpty() || given.get() == Value.None.NONE) {
            return Whitespace::isSpace;
        }
        String characters = inputs.text(0, "chars");
        return character -> characters.indexOf(character) >= 0;
    }

    private static List<String> affixes(Arguments inputs) {
        return inputs.atMost(1).require(0, "affix") instanceof Value.Sequence(List<Value> items, boolean isTuple)
                        && isTuple
                ? items.stream().map(TextMethods::piece).toList()
                : List.of(inputs.text(0, "affix"));
    }

    private static Value join(String separator, Value iterable, Budget budget) {
        List<Value> items = Iteration.items(iterable);
        budget.spend((separator.length() + 1L) * items.size());
        return Value.of(items.stream().map(TextMethods::piece).collect(Collectors.joining(separator)));
    }

    private static String piece(Value value) {
        if (value instanceof Value.Text(String text)) {
            return text;
        }
        throw new EvaluationException(Printing.quoted(value) + " is no text");
    }

    static String capitalized(String text) {
        if (text.isEmpty()) {
            return text;
        }
        int first = text.offsetByCodePoints(0, 1);
        return Character.toString(Character.toTitleCase(text.codePointAt(0)))
                + text.substring(first).toLowerCase(Locale.ROOT);
    }

    private static String title(String text) {
        StringBuilder title = new StringBuilder();
        boolean insideWord = false;
        for (int character : text.codePoints().toArray()) {
            title.appendCodePoint(insideWord ? Character.toLowerCase(character) : Character.toTitleCase(character));
            insideWord = Character.isLetter(character);
        }
        return title.toString();
    }

    static Value replace(String text, Arguments inputs, Budget budget) {
        inputs.atMost(3, "count");
        String old = inputs.text(0, "old");
        String other = inputs.text(1, "new");
        long count = inputs.whole(2, "count", -1);
        if (old.isEmpty()) {
            throw new EvaluationException("replace needs a text of at least one character to look for");
        }
        List<String> pieces = pieces(text, old, count < 0 ? Long.MAX_VALUE : count);
        budget.spend((pieces.size() - 1L) * other.length());
        return Value.of(String.join(other, pieces));
    }

    private static Value split(String text, Arguments inputs) {
        long most = inputs.whole(1, "maxsplit", -1);
        long splits = most < 0 ? Long.MAX_VALUE : most;
        Optional<Value> separator = inputs.find(0, "sep").filter(given -> given != Value.None.NONE);
        List<String> pieces = separator.isEmpty() ? words(text, splits) : pieces(text, inputs.text(0, "sep"), splits);
        return Value.list(pieces.stream().map(Value::of).toList());
    }

    private static List<String> pieces(String text, String separator, long splits) {
        if (separator.isEmpty()) {
            throw new EvaluationException("the separator is empty");
        }
        List<String> pieces = new ArrayList<>();
        int from = 0;
        int found = text.indexOf(separator);
        while (found >= 0 && pieces.size() < splits) {
            pieces.add(text.substring(from, found));
            from = found + separator.length();
            found = text.indexOf(separator, from);
        }
        pieces.add(text.substring(from));
        return pieces;
    }

    private static List<String> words(String text, long splits) {
        List<String> words = new ArrayList<>();
        int at = 0;
        while (true) {
            int from = skip(text, at, true);
            if (from == text.length()) {
                return words;
            }
            at = words.size() < splits ? skip(text, from, false) : text.length();
            words.add(Whitespace.stripEnd(text.substring(from, at), Whitespace::isSpace));
        }
    }

    private static int skip(String text, int from, boolean isSpace) {
        int to = from;
        while (to < text.length() && Whitespace.isSpace(text.charAt(to)) == isSpace) {
            to++;
        }
        return to;
    }

    /** The line breaks of Python; one at the end begins no line. */
    private static Value lines(String text) {
        List<Value> lines = new ArrayList<>();
        for (String line : LINE_BREAK.split(text, -1)) {
            lines.add(Value.of(line));
        }
        if (lines.getLast().equals(Value.of(""))) {
            lines.removeLast();
        }
        return Value.list(lines);
    }

    private static long place(String text, int index) {
        return index < 0 ? -1 : text.codePointCount(0, index);
    }

    private static boolean all(String text, IntPredicate predicate) {
        return !text.isEmpty() && text.codePoints().allMatch(predicate);
    }
}
