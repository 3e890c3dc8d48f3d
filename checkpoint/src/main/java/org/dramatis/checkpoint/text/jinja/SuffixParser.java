package org.dramatis.checkpoint.text.jinja;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what stands behind a value and makes another one of it: {@code .name}, {@code [0]}, {@code (x)}, {@code | f}, {@code is t}. */
final class SuffixParser {
    private static final Set<String> NO_OPERAND_OF_A_TEST = Set.of("else", "or", "and");

    private final TokenStream stream;
    private final ExpressionParser expressions;
    private final OperandParser operands;

    SuffixParser(TokenStream stream, ExpressionParser expressions, OperandParser operands) {
        this.stream = stream;
        this.expressions = expressions;
        this.operands = operands;
    }

    /** Attributes, items, slices and calls: what binds tightest. */
    Expression parts(Expression start) {
        Expression value = start;
        while (true) {
            if (stream.skipOperator(".")) {
                value = attribute(value);
            } else if (stream.skipOperator("[")) {
                value = subscript(value);
            } else if (stream.skipOperator("(")) {
                value = new Expression.Call(value, inputs());
            } else {
                return value;
            }
        }
    }

    private Expression attribute(Expression target) {
        if (stream.peek().kind() == Token.Kind.WHOLE) {
            return new Expression.Item(target, operands.operand());
        }
        return new Expression.Attribute(
                target, stream.expect(Token.Kind.NAME, "a name").text());
    }

    private Expression subscript(Expression target) {
        Optional<Expression> from = sliceBound();
        if (from.isPresent() && stream.skipOperator("]")) {
            return new Expression.Item(target, from.get());
        }
        stream.expectOperator(":");
        Optional<Expression> to = sliceBound();
        Optional<Expression> step = stream.skipOperator(":") ? sliceBound() : Optional.empty();
        stream.expectOperator("]");
        return new Expression.Slice(target, from, to, step);
    }

    private Optional<Expression> sliceBound() {
        return stream.peek().isOperator(":") || stream.peek().isOperator("]")
                ? Optional.empty()
                : Optional.of(expressions.expression());
    }

    /** Filters and tests, and calls of what they give. */
    Expression filters(Expression start) {
        Expression value = start;
        while (true) {
            if (stream.skipOperator("|")) {
                value = filter(value);
            } else if (stream.skipName("is")) {
                value = test(value);
            } else if (stream.skipOperator("(")) {
                value = new Expression.Call(value, inputs());
            } else {
                return value;
            }
        }
    }

    private Expression filter(Expression input) {
        Statement.Filtering filtering = filtering();
        return new Expression.Filter(input, filtering.name(), filtering.inputs());
    }

    /** The name of a filter and its arguments. */
    Statement.Filtering filtering() {
        String name = stream.expect(Token.Kind.NAME, "the name of a filter").text();
        return new Statement.Filtering(name, stream.skipOperator("(") ? inputs() : Expression.Inputs.NONE);
    }

    private Expression test(Expression input) {
        boolean isNegated = stream.skipName("not");
        String name = stream.expect(Token.Kind.NAME, "the name of a test").text();
        Expression test = new Expression.Test(input, name, inputsOfTest());
        return isNegated ? new Expression.Not(test) : test;
    }

    /** {@code is divisibleby 3} and {@code is divisibleby(3)} are the same. */
    private Expression.Inputs inputsOfTest() {
        if (stream.skipOperator("(")) {
            return inputs();
        }
        Token next = stream.peek();
        boolean hasOperand = switch (next.kind()) {
            case STRING, WHOLE, REAL -> true;
            case NAME -> !NO_OPERAND_OF_A_TEST.contains(next.text());
            case OPERATOR -> next.isOperator("[") || next.isOperator("{");
            default -> false;
        };
        return hasOperand
                ? new Expression.Inputs(List.of(parts(operands.operand())), Map.of())
                : Expression.Inputs.NONE;
    }

    /** The arguments of a call, behind its opening parenthesis. */
    private Expression.Inputs inputs() {
        List<Expression> positional = new ArrayList<>();
        Map<String, Expression> named = new LinkedHashMap<>();
        while (!stream.skipOperator(")")) {
            if (stream.peek().kind() == Token.Kind.NAME && stream.peekSecond().isOperator("=")) {
                String name = stream.next().text();
                stream.next();
                named.put(name, expressions.expression());
            } else if (named.isEmpty()) {
                positional.add(expressions.expression());
            } else {
                throw stream.unexpected("an argument with a name");
            }
            if (!stream.peek().isOperator(")")) {
                stream.expectOperator(",");
            }
        }
        return new Expression.Inputs(positional, named);
    }
}
