package org.dramatis.checkpoint.text.jinja;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** Values as text, the way Python prints them. */
final class Printing {
    private Printing() {}

    /** What an output tag writes. */
    static String text(Value value) {
        return switch (value) {
            case Value.Text(String text) -> text;
            case Value.Undefined undefined -> "";
            default -> quoted(value);
        };
    }

    /** What stands for the value inside a printed list, and in errors. */
    static String quoted(Value value) {
        return switch (value) {
            case Value.None none -> "None";
            case Value.Undefined undefined -> "Undefined";
            case Value.Truth(boolean truth) -> truth ? "True" : "False";
            case Value.Whole(long number) -> Long.toString(number);
            case Value.Real(double number) -> real(number);
            case Value.Text(String text) -> quoted(text);
            case Value.Sequence(List<Value> items, boolean isTuple) -> sequence(items, isTuple);
            case Value.Mapping mapping ->
                mapping.entries().entrySet().stream()
                        .map(entry -> quoted(entry.getKey()) + ": " + quoted(entry.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
            case Value.Namespace namespace -> throw new EvaluationException("a namespace cannot be printed");
            case Value.Function function ->
                throw new EvaluationException("the function " + function.name() + " cannot be printed: call it");
        };
    }

    private static String sequence(List<Value> items, boolean isTuple) {
        String inner = items.stream().map(Printing::quoted).collect(Collectors.joining(", "));
        if (!isTuple) {
            return "[" + inner + "]";
        }
        return items.size() == 1 ? "(" + inner + ",)" : "(" + inner + ")";
    }

    /** The shortest digits that give the number back; exponents where Python writes them. */
    static String real(double number) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            return Double.isNaN(number) ? "nan" : number > 0 ? "inf" : "-inf";
        }
        double size = Math.abs(number);
        BigDecimal exact = new BigDecimal(Double.toString(number));
        if (size == 0 || (size >= 1e-4 && size < 1e16)) {
            String plain = number == 0
                    ? Double.toString(number)
                    : exact.stripTrailingZeros().toPlainString();
            return plain.contains(".") ? plain : plain + ".0";
        }
        String digits = exact.stripTrailingZeros().unscaledValue().abs().toString();
        int exponent = exact.stripTrailingZeros().precision()
                - exact.stripTrailingZeros().scale()
                - 1;
        return (number < 0 ? "-" : "")
                + digits.charAt(0)
                + (digits.length() > 1 ? "." + digits.substring(1) : "")
                + (exponent < 0 ? "e-" : "e+")
                + (Math.abs(exponent) < 10 ? "0" : "")
                + Math.abs(exponent);
    }

    private static String quoted(String text) {
        char quote = text.contains("'") && !text.contains("\"") ? '"' : '\'';
        StringBuilder quoted = new StringBuilder().append(quote);
        text.codePoints().forEach(character -> append(character, quote, quoted));
        return quoted.append(quote).toString();
    }

    private static void append(int character, char quote, StringBuilder quoted) {
        switch (character) {
            case '\n' -> quoted.append("\\n");
            case '\r' -> quoted.append("\\r");
            case '\t' -> quoted.append("\\t");
            default -> {
                if (character == quote || character == '\\') {
                    quoted.append('\\').append((char) character);
                } else if (isPrintable(character)) {
                    quoted.appendCodePoint(character);
                } else if (character < 0x100) {
                    quoted.append("\\x%02x".formatted(character));
                } else {
                    quoted.append((character < 0x10000 ? "\\u%04x" : "\\U%08x").formatted(character));
                }
            }
        }
    }

    private static boolean isPrintable(int character) {
        return character == ' '
                || switch (Character.getType(character)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.SURROGATE,
                            Character.PRIVATE_USE,
                            Character.UNASSIGNED,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR,
                            Character.SPACE_SEPARATOR -> false;
                    default -> true;
                };
    }

    /** The beginning of a text, for an error. */
    static String shortened(String text) {
        return "'" + (text.length() <= 40 ? text : text.substring(0, 40) + "...") + "'";
    }
}
