package org.dramatis.checkpoint.text.jinja;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a template into tokens, with {@code trim_blocks} and {@code lstrip_blocks}: a line break behind a block belongs to the
 * block, and so does the indentation before it.
 */
final class Lexer {
    private static final Pattern BEGIN = Pattern.compile("\\{[{%#]");
    private static final Pattern RAW = Pattern.compile("\\{%([-+]?)\\s*raw\\s*(-?)%}");
    private static final Pattern END_RAW = Pattern.compile("\\{%([-+]?)\\s*endraw\\s*([-+]?)%}");
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}\\p{M}_]*");
    private static final Pattern NUMBER =
            Pattern.compile("\\d+(?:_\\d+)*(\\.\\d+(?:_\\d+)*)?([eE][+-]?\\d+(?:_\\d+)*)?");
    private static final Pattern OPERATOR = Pattern.compile("//|\\*\\*|==|!=|>=|<=|[-+/*%~\\[\\](){}><=.:|,;]");

    private final String source;
    private final List<Token> tokens = new ArrayList<>();
    private final Deque<Character> open = new ArrayDeque<>();
    private int at;
    private int line = 1;

    private Lexer(String source) {
        String unixLines = source.replaceAll("\r\n|\r", "\n");
        this.source = unixLines.endsWith("\n") ? unixLines.substring(0, unixLines.length() - 1) : unixLines;
    }

    static List<Token> tokens(String source) {
        Lexer lexer = new Lexer(source);
        lexer.readAll();
        return lexer.tokens;
    }

    private void readAll() {
        while (at < source.length()) {
            Matcher begin = BEGIN.matcher(source).region(at, source.length());
            if (!begin.find()) {
                data(source.substring(at));
                at = source.length();
                break;
            }
            readData(begin.start());
            readTag();
        }
        tokens.add(new Token(Token.Kind.END, "", line));
    }

    private void readData(int begin) {
        char sign = begin + 2 < source.length() ? source.charAt(begin + 2) : ' ';
        data(leftStripped(source.substring(at, begin), sign, source.charAt(begin + 1) != '{'));
        advanceTo(begin);
    }

    /** {@code at} is still where the text begins: it begins a line where what is before it ends one. */
    private String leftStripped(String text, char sign, boolean isBlock) {
        if (sign == '-') {
            return Whitespace.stripEnd(text, Whitespace::isSpace);
        }
        int lineStart = text.lastIndexOf('\n') + 1;
        boolean startsLine = lineStart > 0 || at == 0 || source.charAt(at - 1) == '\n';
        return isBlock
                        && sign != '+'
                        && startsLine
                        && text.substring(lineStart).codePoints().allMatch(Whitespace::isSpace)
                ? text.substring(0, lineStart)
                : text;
    }

    private void readTag() {
        Matcher raw = RAW.matcher(source).region(at, source.length());
        switch (source.charAt(at + 1)) {
            case '#' -> readComment();
            case '{' -> readExpression(Token.Kind.OUTPUT_BEGIN, Token.Kind.OUTPUT_END, "}}");
            default -> {
                if (raw.lookingAt()) {
                    readRaw(raw);
                } else {
                    readExpression(Token.Kind.BLOCK_BEGIN, Token.Kind.BLOCK_END, "%}");
                }
            }
        }
    }

    private void readComment() {
        int end = source.indexOf("#}", at + 2);
        if (end < 0) {
            throw TemplateException.at(line, "a comment has no end");
        }
        closeTag(source.charAt(end - 1), end + 2, true);
    }

    private void readRaw(Matcher raw) {
        Matcher end = END_RAW.matcher(source).region(raw.end(), source.length());
        if (!end.find()) {
            throw TemplateException.at(line, "{% raw %} has no {% endraw %}");
        }
        advanceTo(raw.end());
        if (raw.group(2).equals("-")) {
            skipSpace();
        }
        char sign = end.group(1).isEmpty() ? ' ' : end.group(1).charAt(0);
        data(leftStripped(source.substring(Math.min(at, end.start()), end.start()), sign, true));
        closeTag(end.group(2).isEmpty() ? ' ' : end.group(2).charAt(0), end.end(), true);
    }

    private void readExpression(Token.Kind beginKind, Token.Kind endKind, String end) {
        add(beginKind, "");
        int begin = at;
        at += 2;
        if (at < source.length() && "-+".indexOf(source.charAt(at)) >= 0) {
            at++;
        }
        while (true) {
            skipSpace();
            if (at >= source.length()) {
                throw TemplateException.at(line, "a tag has no end: " + Printing.shortened(source.substring(begin)));
            }
            if (open.isEmpty() && closes(end)) {
                char sign = source.charAt(at);
                add(endKind, "");
                closeTag(sign, source.indexOf(end, at) + 2, end.equals("%}"));
                return;
            }
            readToken();
        }
    }

    private boolean closes(String end) {
        return source.startsWith(end, at)
                || source.startsWith("-" + end, at)
                || (end.equals("%}") && source.startsWith("+" + end, at));
    }

    private void closeTag(char sign, int end, boolean isBlock) {
        advanceTo(end);
        if (sign == '-') {
            skipSpace();
        } else if (isBlock && sign != '+' && source.startsWith("\n", at)) {
            advanceTo(at + 1);
        }
    }

    private void readToken() {
        char next = source.charAt(at);
        if (next == '\'' || next == '"') {
            readString(next);
            return;
        }
        Matcher name = matcher(NAME);
        Matcher number = matcher(NUMBER);
        Matcher operator = matcher(OPERATOR);
        if (name.lookingAt()) {
            take(Token.Kind.NAME, name.group());
        } else if (number.lookingAt()) {
            boolean isWhole = number.group(1) == null && number.group(2) == null;
            take(isWhole ? Token.Kind.WHOLE : Token.Kind.REAL, number.group());
        } else if (operator.lookingAt()) {
            balance(operator.group());
            take(Token.Kind.OPERATOR, operator.group());
        } else {
            throw TemplateException.at(line, "unexpected " + Printing.shortened(source.substring(at)));
        }
    }

    private Matcher matcher(Pattern pattern) {
        return pattern.matcher(source).region(at, source.length());
    }

    private void balance(String operator) {
        switch (operator) {
            case "(", "[", "{" -> open.push(operator.charAt(0));
            case ")", "]", "}" -> {
                if (open.isEmpty() || "()[]{}".indexOf(open.pop()) + 1 != "()[]{}".indexOf(operator)) {
                    throw TemplateException.at(line, "'" + operator + "' closes nothing");
                }
            }
            default -> {}
        }
    }

    private void readString(char quote) {
        int end = at + 1;
        while (end < source.length() && source.charAt(end) != quote) {
            end += source.charAt(end) == '\\' ? 2 : 1;
        }
        if (end >= source.length()) {
            throw TemplateException.at(line, "a string has no end: " + Printing.shortened(source.substring(at)));
        }
        add(Token.Kind.STRING, Escapes.resolved(source.substring(at + 1, end)));
        advanceTo(end + 1);
    }

    private void skipSpace() {
        int end = at;
        while (end < source.length() && Whitespace.isSpace(source.charAt(end))) {
            end++;
        }
        advanceTo(end);
    }

    private void take(Token.Kind kind, String text) {
        add(kind, text);
        at += text.length();
    }

    private void data(String text) {
        if (!text.isEmpty()) {
            add(Token.Kind.DATA, text);
        }
    }

    private void add(Token.Kind kind, String text) {
        tokens.add(new Token(kind, text, line));
    }

    private void advanceTo(int end) {
        for (int i = at; i < end; i++) {
            if (source.charAt(i) == '\n') {
                line++;
            }
        }
        at = Math.max(at, end);
    }
}
