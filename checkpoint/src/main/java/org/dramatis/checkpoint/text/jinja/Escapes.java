package org.dramatis.checkpoint.text.jinja;

/** The backslashes of string literals, as Python reads them: an unknown one stays as it is. */
final class Escapes {
    private Escapes() {}

    static String resolved(String literal) {
        if (literal.indexOf('\\') < 0) {
            return literal;
        }
        StringBuilder text = new StringBuilder();
        int at = 0;
        while (at < literal.length()) {
            if (literal.charAt(at) == '\\' && at + 1 < literal.length()) {
                at = resolve(literal, at + 1, text);
            } else {
                text.append(literal.charAt(at++));
            }
        }
        return text.toString();
    }

    /** Appends what the escape at {@code at} stands for, and returns where it ends. */
    private static int resolve(String literal, int at, StringBuilder text) {
        char letter = literal.charAt(at);
        int simple = "abfnrtv\\'\"".indexOf(letter);
        if (simple >= 0) {
            text.append("\u0007\b\f\n\r\t\u000b\\'\"".charAt(simple));
            return at + 1;
        }
        return switch (letter) {
            case '\n' -> at + 1;
            case 'x' -> number(literal, at + 1, at + 3, 16, text);
            case 'u' -> number(literal, at + 1, at + 5, 16, text);
            case 'U' -> number(literal, at + 1, at + 9, 16, text);
            case '0', '1', '2', '3', '4', '5', '6', '7' -> number(literal, at, endOfOctal(literal, at), 8, text);
            default -> {
                text.append('\\').append(letter);
                yield at + 1;
            }
        };
    }

    private static int endOfOctal(String literal, int from) {
        int to = from;
        while (to < Math.min(from + 3, literal.length()) && literal.charAt(to) >= '0' && literal.charAt(to) <= '7') {
            to++;
        }
        return to;
    }

    private static int number(String literal, int from, int to, int radix, StringBuilder text) {
        try {
            text.appendCodePoint(Integer.parseInt(literal.substring(from, to), radix));
            return to;
        } catch (IndexOutOfBoundsException | IllegalArgumentException problem) {
            throw new EvaluationException("the string '" + literal + "' has a broken escape");
        }
    }
}
