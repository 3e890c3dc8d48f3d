package org.dramatis.checkpoint.text.jinja;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads expressions, in the order of precedence that Jinja has: loosest first. */
final class ExpressionParser {
    private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", "<=", ">", ">=");
    private static final Set<String> NO_OPERAND_OF_A_TEST = Set.of("else", "or", "and");

    private final TokenStream stream;

    ExpressionParser(TokenStream stream) {
        this.stream = stream;
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
                : primary();
        value = postfix(value);
        return mayBeFiltered ? filters(value) : value;
    }

    private Expression primary() {
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
        Expression inner = expressions(true);
        stream.expectOperator(")");
        return inner;
    }

    private List<Expression> itemsUpTo(String end) {
        List<Expression> items = new ArrayList<>();
        while (!stream.skipOperator(end)) {
            items.add(expression());
            if (!stream.peek().isOperator(end)) {
                stream.expectOperator(",");
            }
        }
        return items;
    }

    private Expression pairs() {
        List<Expression.Pair> pairs = new ArrayList<>();
        while (!stream.skipOperator("}")) {
            Expression key = expression();
            stream.expectOperator(":");
            pairs.add(new Expression.Pair(key, expression()));
            if (!stream.peek().isOperator("}")) {
                stream.expectOperator(",");
            }
        }
        return new Expression.Pairs(pairs);
    }

    private Expression postfix(Expression start) {
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
            return new Expression.Item(target, primary());
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
                : Optional.of(expression());
    }

    private Expression filters(Expression start) {
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
        return hasOperand ? new Expression.Inputs(List.of(postfix(primary())), Map.of()) : Expression.Inputs.NONE;
    }

    /** The arguments of a call, behind its opening parenthesis. */
    private Expression.Inputs inputs() {
        List<Expression> positional = new ArrayList<>();
        Map<String, Expression> named = new LinkedHashMap<>();
        while (!stream.skipOperator(")")) {
            if (stream.peek().kind() == Token.Kind.NAME && stream.peekSecond().isOperator("=")) {
                String name = stream.next().text();
                stream.next();
                named.put(name, expression());
            } else if (named.isEmpty()) {
                positional.add(expression());
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
