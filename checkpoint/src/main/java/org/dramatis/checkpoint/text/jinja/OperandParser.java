package org.dramatis.checkpoint.text.jinja;

import java.util.ArrayList;
import java.util.List;

/** Reads what stands by itself: names, literals and what is in brackets. */
final class OperandParser {
    private final TokenStream stream;
    private final ExpressionParser expressions;

    OperandParser(TokenStream stream, ExpressionParser expressions) {
        this.stream = stream;
        this.expressions = expressions;
    }

    Expression operand() {
        Token token = stream.next();
        return switch (token.kind()) {
            case NAME -> named(token.text());
            case STRING -> string(token.text());
            case WHOLE -> new Expression.Literal(Numbers.parseWhole(token.text()));
            case REAL ->
                new Expression.Literal(
                        new Value.Real(Double.parseDouble(token.text().replace("_", ""))));
            case OPERATOR -> bracketed(token);
            default -> throw TemplateException.at(token.line(), "expected an expression, found " + token);
        };
    }

    private static Expression named(String name) {
        return switch (name) {
            case "true", "True" -> new Expression.Literal(Value.of(true));
            case "false", "False" -> new Expression.Literal(Value.of(false));
            case "none", "None" -> new Expression.Literal(Value.None.NONE);
            default -> new Expression.Name(name);
        };
    }

    private Expression string(String first) {
        StringBuilder text = new StringBuilder(first);
        while (stream.peek().kind() == Token.Kind.STRING) {
            text.append(stream.next().text());
        }
        return new Expression.Literal(Value.of(text.toString()));
    }

    private Expression bracketed(Token token) {
        return switch (token.text()) {
            case "(" -> parenthesised();
            case "[" -> new Expression.Items(itemsUpTo("]"), false);
            case "{" -> pairs();
            default -> throw TemplateException.at(token.line(), "expected an expression, found " + token);
        };
    }

    private Expression parenthesised() {
        if (stream.skipOperator(")")) {
            return new Expression.Items(List.of(), true);
        }
        Expression inner = expressions.expressions(true);
        stream.expectOperator(")");
        return inner;
    }

    private List<Expression> itemsUpTo(String end) {
        List<Expression> items = new ArrayList<>();
        while (!stream.skipOperator(end)) {
            items.add(expressions.expression());
            if (!stream.peek().isOperator(end)) {
                stream.expectOperator(",");
            }
        }
        return items;
    }

    private Expression pairs() {
        List<Expression.Pair> pairs = new ArrayList<>();
        while (!stream.skipOperator("}")) {
            Expression key = expressions.expression();
            stream.expectOperator(":");
            pairs.add(new Expression.Pair(key, expressions.expression()));
            if (!stream.peek().isOperator("}")) {
                stream.expectOperator(",");
            }
        }
        return new Expression.Pairs(pairs);
    }
}
