package org.dramatis.checkpoint.text.jinja;

/** The tests: {@code value is name}. */
final class Tests {
    private Tests() {}

    static boolean holds(String name, Value value, Arguments inputs, Budget budget) {
        return switch (name) {
            case "defined" -> !(value instanceof Value.Undefined);
            case "undefined" -> value instanceof Value.Undefined;
            case "none" -> value == Value.None.NONE;
            case "string" -> value instanceof Value.Text;
            case "number" -> Numbers.isNumber(value);
            case "integer" -> value instanceof Value.Whole;
            case "float" -> value instanceof Value.Real;
            case "boolean" -> value instanceof Value.Truth;
            case "true" -> value instanceof Value.Truth(boolean truth) && truth;
            case "false" -> value instanceof Value.Truth(boolean truth) && !truth;
            case "mapping" -> value instanceof Value.Mapping;
            case "iterable" -> Iteration.isIterable(value);
            case "sequence" -> Iteration.isIterable(value);
            case "callable" -> value instanceof Value.Function;
            case "odd" -> Math.floorMod(Numbers.whole(value), 2L) == 1;
            case "even" -> Math.floorMod(Numbers.whole(value), 2L) == 0;
            case "divisibleby" ->
                Numbers.calculate("%", value, inputs.require(0, "num")).equals(Value.of(0));
            case "eq", "equalto" -> compared("==", value, inputs, budget);
            case "ne" -> compared("!=", value, inputs, budget);
            case "lt", "lessthan" -> compared("<", value, inputs, budget);
            case "le" -> compared("<=", value, inputs, budget);
            case "gt", "greaterthan" -> compared(">", value, inputs, budget);
            case "ge" -> compared(">=", value, inputs, budget);
            case "in" -> compared("in", value, inputs, budget);
            default -> throw new EvaluationException("the test '" + name + "' is not known here");
        };
    }

    private static boolean compared(String operator, Value value, Arguments inputs, Budget budget) {
        Value other = inputs.require(0, "other");
        budget.read(value);
        budget.read(other);
        return Comparing.holds(operator, value, other);
    }
}
