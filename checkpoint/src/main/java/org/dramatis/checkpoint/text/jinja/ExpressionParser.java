package org.dramatis.checkpoint.text.jinja;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads expressions, in the order of precedence that Jinja has: loosest first. What operators stand between is read elsewhere. */
final class ExpressionParser {
    private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", "<=", ">", ">=");

    private final TokenStream stream;
    private final OperandParser operands;
    private final SuffixParser suffixes;

    ExpressionParser(TokenStream stream) {
        this.stream = stream;
        operands = new OperandParser(stream, this);
        suffixes = new SuffixParser(stream, this, operands);
    }

    Expression expression() {
        Expression value = or();
        while (stream.skipName("if")) {
            Expression condition = or();
            Optional<Expression> otherwise = stream.skipName("else") ? Optional.of(expression()) : Optional.empty();
            value = new Expression.Conditional(condition, value, otherwise);
        }
        return value;
    }

    /** One expression, or several with commas between, which are a tuple. */
    Expression expressions(boolean mayBeConditional) {
        Expression first = mayBeConditional ? expression() : or();
        if (!stream.peek().isOperator(",")) {
            return first;
        }
        List<Expression> items = new ArrayList<>(List.of(first));
        while (stream.skipOperator(",") && startsExpression()) {
            items.add(mayBeConditional ? expression() : or());
        }
        return new Expression.Items(items, true);
    }

    private boolean startsExpression() {
        Token next = stream.peek();
        return switch (next.kind()) {
            case STRING, WHOLE, REAL -> true;
            case NAME -> !next.isName("if") && !next.isName("recursive");
            case OPERATOR -> Set.of("(", "[", "{", "-", "+").contains(next.text());
            default -> false;
        };
    }

    private Expression or() {
        Expression left = and();
        while (stream.skipName("or")) {
            left = new Expression.Or(left, and());
        }
        return left;
    }

    private Expression and() {
        Expression left = not();
        while (stream.skipName("and")) {
            left = new Expression.And(left, not());
        }
        return left;
    }

    private Expression not() {
        return stream.skipName("not") ? new Expression.Not(not()) : comparison();
    }

    private Expression comparison() {
        Expression first = sum();
        List<Expression.Step> steps = new ArrayList<>();
        while (true) {
            Token next = stream.peek();
            if (next.kind() == Token.Kind.OPERATOR && COMPARISONS.contains(next.text())) {
                stream.next();
                steps.add(new Expression.Step(next.text(), sum()));
            } else if (stream.skipName("in")) {
                steps.add(new Expression.Step("in", sum()));
            } else if (next.isName("not") && stream.peekSecond().isName("in")) {
                stream.next();
                stream.next();
                steps.add(new Expression.Step("not in", sum()));
            } else {
                return steps.isEmpty() ? first : new Expression.Comparison(first, steps);
            }
        }
    }

    private Expression sum() {
        Expression left = concatenation();
        while (stream.peek().isOperator("+") || stream.peek().isOperator("-")) {
            left = new Expression.Binary(stream.next().text(), left, concatenation());
        }
        return left;
    }

    private Expression concatenation() {
        Expression left = product();
        while (stream.skipOperator("~")) {
            left = new Expression.Binary("~", left, product());
        }
        return left;
    }

    private Expression product() {
        Expression left = power();
        while (stream.peek().kind() == Token.Kind.OPERATOR
                && Set.of("*", "/", "//", "%").contains(stream.peek().text())) {
            left = new Expression.Binary(stream.next().text(), left, power());
        }
        return left;
    }

    private Expression power() {
        Expression left = unary(true);
        while (stream.skipOperator("**")) {
            left = new Expression.Binary("**", left, unary(true));
        }
        return left;
    }

    private Expression unary(boolean mayBeFiltered) {
        Expression value = stream.peek().isOperator("-") || stream.peek().isOperator("+")
                ? new Expression.Sign(stream.next().text(), unary(false))
                : operands.operand();
        value = suffixes.parts(value);
        return mayBeFiltered ? suffixes.filters(value) : value;
    }

    /** The name of a filter and its arguments. */
    Statement.Filtering filtering() {
        return suffixes.filtering();
    }
}
