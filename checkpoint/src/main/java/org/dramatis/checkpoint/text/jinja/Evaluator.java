package org.dramatis.checkpoint.text.jinja;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Expressions to values. */
final class Evaluator {
    private final Budget budget;
    private final Attributes attributes;
    private final Filters filters;

    Evaluator(Budget budget) {
        this.budget = budget;
        attributes = new Attributes(budget);
        filters = new Filters(budget, attributes);
    }

    Value evaluate(Expression expression, Scope scope) {
        budget.spend(1);
        return switch (expression) {
            case Expression.Literal(Value value) -> value;
            case Expression.Name(String name) -> scope.find(name);
            case Expression.Items(List<Expression> items, boolean isTuple) ->
                budget.made(new Value.Sequence(all(items, scope), isTuple));
            case Expression.Pairs(List<Expression.Pair> pairs) -> mapping(pairs, scope);
            case Expression.Attribute(Expression target, String name) ->
                attributes.attribute(evaluate(target, scope), name);
            case Expression.Item(Expression target, Expression index) ->
                attributes.item(evaluate(target, scope), evaluate(index, scope));
            case Expression.Slice slice -> slice(slice, scope);
            case Expression.Call call -> call(call, Map.of(), scope);
            case Expression.Filter(Expression input, String name, Expression.Inputs inputs) ->
                filter(evaluate(input, scope), name, inputs, scope);
            case Expression.Test(Expression input, String name, Expression.Inputs inputs) ->
                Value.of(Tests.holds(name, evaluate(input, scope), arguments(name, inputs, scope), budget));
            case Expression.Not(Expression operand) -> Value.of(!isTrue(operand, scope));
            case Expression.Sign(String operator, Expression operand) ->
                Numbers.signed(operator, evaluate(operand, scope));
            case Expression.Binary(String operator, Expression left, Expression right) ->
                budget.made(binary(operator, evaluate(left, scope), evaluate(right, scope)));
            case Expression.And(Expression left, Expression right) -> {
                Value first = evaluate(left, scope);
                yield Comparing.isTrue(first) ? evaluate(right, scope) : first;
            }
            case Expression.Or(Expression left, Expression right) -> {
                Value first = evaluate(left, scope);
                yield Comparing.isTrue(first) ? first : evaluate(right, scope);
            }
            case Expression.Comparison(Expression first, List<Expression.Step> steps) ->
                Value.of(compare(first, steps, scope));
            case Expression.Conditional conditional -> choose(conditional, scope);
        };
    }

    boolean isTrue(Expression expression, Scope scope) {
        return Comparing.isTrue(evaluate(expression, scope));
    }

    Value filter(Value input, String name, Expression.Inputs inputs, Scope scope) {
        budget.read(input instanceof Value.Text ? input : Value.None.NONE);
        return budget.made(filters.apply(name, input, arguments(name, inputs, scope)));
    }

    /** @param more arguments that stand elsewhere, such as the caller of a call block */
    Value call(Expression.Call call, Map<String, Value> more, Scope scope) {
        Value target = evaluate(call.target(), scope);
        return switch (target) {
            case Value.Function(String name, Value.Function.Body body) -> {
                Arguments written = arguments(name, call.inputs(), scope);
                Map<String, Value> named = new LinkedHashMap<>(written.named());
                named.putAll(more);
                yield budget.made(body.call(new Arguments(name, written.positional(), named)));
            }
            case Value.Undefined(String reason) -> throw new EvaluationException(reason + ", so it cannot be called");
            default -> throw new EvaluationException(Printing.quoted(target) + " cannot be called");
        };
    }

    private Arguments arguments(String function, Expression.Inputs inputs, Scope scope) {
        Map<String, Value> named = new LinkedHashMap<>();
        inputs.named().forEach((name, value) -> named.put(name, evaluate(value, scope)));
        return new Arguments(function, all(inputs.positional(), scope), named);
    }

    private List<Value> all(List<Expression> expressions, Scope scope) {
        List<Value> values = new ArrayList<>(expressions.size());
        for (Expression expression : expressions) {
            values.add(evaluate(expression, scope));
        }
        return values;
    }

    private Value mapping(List<Expression.Pair> pairs, Scope scope) {
        Map<Value, Value> entries = new LinkedHashMap<>();
        for (Expression.Pair pair : pairs) {
            entries.put(Value.asKey(evaluate(pair.key(), scope)), evaluate(pair.value(), scope));
        }
        return budget.made(new Value.Mapping(entries));
    }

    private Value slice(Expression.Slice slice, Scope scope) {
        Value target = evaluate(slice.target(), scope);
        budget.read(target instanceof Value.Text ? target : Value.None.NONE);
        return budget.made(Slices.slice(
                target,
                bound(slice.from(), scope),
                bound(slice.to(), scope),
                bound(slice.step(), scope).orElse(1L)));
    }

    private Optional<Long> bound(Optional<Expression> expression, Scope scope) {
        return expression
                .map(written -> evaluate(written, scope))
                .filter(value -> value != Value.None.NONE)
                .map(Numbers::whole);
    }

    private boolean compare(Expression first, List<Expression.Step> steps, Scope scope) {
        Value left = evaluate(first, scope);
        for (Expression.Step step : steps) {
            Value right = evaluate(step.operand(), scope);
            budget.read(left);
            budget.read(right);
            if (!Comparing.holds(step.operator(), left, right)) {
                return false;
            }
            left = right;
        }
        return true;
    }

    private Value choose(Expression.Conditional conditional, Scope scope) {
        if (isTrue(conditional.condition(), scope)) {
            return evaluate(conditional.then(), scope);
        }
        return conditional
                .otherwise()
                .map(otherwise -> evaluate(otherwise, scope))
                .orElseGet(() -> new Value.Undefined("the condition does not hold and there is no else"));
    }

    private Value binary(String operator, Value left, Value right) {
        if (operator.equals("~")) {
            return Value.of(Printing.text(left) + Printing.text(right));
        }
        if (Numbers.isNumber(left) && Numbers.isNumber(right)) {
            return Numbers.calculate(operator, left, right);
        }
        if (operator.equals("+") && left instanceof Value.Text(String a) && right instanceof Value.Text(String b)) {
            return Value.of(a + b);
        }
        if (operator.equals("+")
                && left instanceof Value.Sequence a
                && right instanceof Value.Sequence b
                && a.isTuple() == b.isTuple()) {
            List<Value> both = new ArrayList<>(a.items());
            both.addAll(b.items());
            return new Value.Sequence(both, a.isTuple());
        }
        if (operator.equals("*") && left instanceof Value.Text(String text) && Numbers.isWhole(right)) {
            return repeated(text, Numbers.whole(right));
        }
        throw new EvaluationException(operand(left) + " " + operator + " " + operand(right) + " has no meaning");
    }

    private Value repeated(String text, long times) {
        long count = Math.max(times, 0);
        budget.spend(text.isEmpty() ? 0 : Math.min(count, Integer.MAX_VALUE) * text.length());
        return Value.of(text.repeat(text.isEmpty() ? 0 : (int) count));
    }

    private static String operand(Value value) {
        return value instanceof Value.Undefined(String reason)
                ? "(" + reason + ")"
                : Printing.shortened(Printing.quoted(value));
    }
}
