package org.dramatis.checkpoint.text.jinja;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Truth, equality, order and membership, as Python has them. */
final class Comparing {
    private Comparing() {}

    static boolean isTrue(Value value) {
        return switch (value) {
            case Value.None none -> false;
            case Value.Undefined undefined -> false;
            case Value.Truth(boolean truth) -> truth;
            case Value.Whole(long number) -> number != 0;
            case Value.Real(double number) -> number != 0;
            case Value.Text(String text) -> !text.isEmpty();
            case Value.Sequence sequence -> !sequence.items().isEmpty();
            case Value.Mapping mapping -> !mapping.entries().isEmpty();
            case Value.Namespace namespace -> true;
            case Value.Function function -> true;
        };
    }

    static boolean holds(String operator, Value left, Value right) {
        return switch (operator) {
            case "==" -> equal(left, right);
            case "!=" -> !equal(left, right);
            case "in" -> contains(right, left);
            case "not in" -> !contains(right, left);
            case "<" -> order(operator, left, right) < 0;
            case "<=" -> order(operator, left, right) <= 0;
            case ">" -> order(operator, left, right) > 0;
            case ">=" -> order(operator, left, right) >= 0;
            default -> throw new EvaluationException("there is no comparison " + operator);
        };
    }

    static boolean equal(Value left, Value right) {
        if (Numbers.isNumber(left) && Numbers.isNumber(right)) {
            return Numbers.areWhole(left, right)
                    ? Numbers.whole(left) == Numbers.whole(right)
                    : Numbers.real(left) == Numbers.real(right);
        }
        if (left instanceof Value.Undefined && right instanceof Value.Undefined) {
            return true;
        }
        if (left instanceof Value.Sequence a && right instanceof Value.Sequence b) {
            return a.isTuple() == b.isTuple() && equal(a.items(), b.items());
        }
        if (left instanceof Value.Mapping a && right instanceof Value.Mapping b) {
            return equal(a.entries(), b.entries());
        }
        return left.equals(right);
    }

    private static boolean equal(List<Value> left, List<Value> right) {
        if (left.size() != right.size()) {
            return false;
        }
        for (int i = 0; i < left.size(); i++) {
            if (!equal(left.get(i), right.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean equal(Map<Value, Value> left, Map<Value, Value> right) {
        return left.size() == right.size()
                && left.entrySet().stream().allMatch(entry -> {
                    Value other = right.get(entry.getKey());
                    return other != null && equal(entry.getValue(), other);
                });
    }

    private static int order(String operator, Value left, Value right) {
        if (Numbers.isNumber(left) && Numbers.isNumber(right)) {
            return Numbers.areWhole(left, right)
                    ? Long.compare(Numbers.whole(left), Numbers.whole(right))
                    : Double.compare(Numbers.real(left), Numbers.real(right));
        }
        if (left instanceof Value.Text(String a) && right instanceof Value.Text(String b)) {
            return Arrays.compare(a.codePoints().toArray(), b.codePoints().toArray());
        }
        throw new EvaluationException(
                Printing.quoted(left) + " " + operator + " " + Printing.quoted(right) + ": these have no order");
    }

    private static boolean contains(Value whole, Value part) {
        return switch (whole) {
            case Value.Text(String text) when part instanceof Value.Text(String piece) -> text.contains(piece);
            case Value.Sequence sequence -> sequence.items().stream().anyMatch(item -> equal(item, part));
            case Value.Mapping mapping -> mapping.entries().containsKey(Value.asKey(part));
            case Value.Undefined undefined -> false;
            default ->
                throw new EvaluationException(
                        Printing.quoted(part) + " in " + Printing.quoted(whole) + ": that is nothing to look in");
        };
    }
}
