package org.dramatis.checkpoint.text.jinja;

import java.util.List;

/** The tokens of a template, read one after the other. */
final class TokenStream {
    private final List<Token> tokens;
    private int at;

    TokenStream(List<Token> tokens) {
        this.tokens = tokens;
    }

    Token peek() {
        return tokens.get(at);
    }

    Token peekSecond() {
        return tokens.get(Math.min(at + 1, tokens.size() - 1));
    }

    Token next() {
        return at < tokens.size() - 1 ? tokens.get(at++) : tokens.get(at);
    }

    boolean skipOperator(String operator) {
        return skipIf(peek().isOperator(operator));
    }

    boolean skipName(String name) {
        return skipIf(peek().isName(name));
    }

    private boolean skipIf(boolean matches) {
        if (matches) {
            next();
        }
        return matches;
    }

    void expectOperator(String operator) {
        if (!skipOperator(operator)) {
            throw unexpected("'" + operator + "'");
        }
    }

    void expectName(String name) {
        if (!skipName(name)) {
            throw unexpected("'" + name + "'");
        }
    }

    Token expect(Token.Kind kind, String what) {
        if (peek().kind() != kind) {
            throw unexpected(what);
        }
        return next();
    }

    TemplateException unexpected(String expected) {
        return TemplateException.at(peek().line(), "expected " + expected + ", found " + peek());
    }
}
