package org.dramatis.checkpoint.text.jinja;

/** Arithmetic as Python has it: division of whole numbers rounds down, the rest has the sign of the divisor. */
final class Numbers {
    private Numbers() {}

    static Value parseWhole(String digits) {
        try {
            return Value.of(Long.parseLong(digits.replace("_", "")));
        } catch (NumberFormatException problem) {
            throw new EvaluationException("the number " + digits + " has more than 64 bits");
        }
    }

    static boolean isNumber(Value value) {
        return value instanceof Value.Whole || value instanceof Value.Real || value instanceof Value.Truth;
    }

    static boolean isWhole(Value value) {
        return value instanceof Value.Whole || value instanceof Value.Truth;
    }

    static boolean areWhole(Value left, Value right) {
        return isWhole(left) && isWhole(right);
    }

    static long whole(Value value) {
        return switch (value) {
            case Value.Whole(long number) -> number;
            case Value.Truth(boolean truth) -> truth ? 1 : 0;
            default -> throw new EvaluationException(Printing.quoted(value) + " is no whole number");
        };
    }

    static double real(Value value) {
        return value instanceof Value.Real(double number) ? number : whole(value);
    }

    static Value signed(String sign, Value number) {
        return number instanceof Value.Real(double real)
                ? new Value.Real(sign.equals("-") ? -real : real)
                : calculate(sign, Value.of(0), number);
    }

    static Value calculate(String operator, Value left, Value right) {
        try {
            return areWhole(left, right) && !operator.equals("/")
                    ? calculate(operator, whole(left), whole(right))
                    : new Value.Real(calculate(operator, real(left), real(right)));
        } catch (ArithmeticException problem) {
            throw new EvaluationException(Printing.quoted(left) + " " + operator + " " + Printing.quoted(right) + ": "
                    + problem.getMessage());
        }
    }

    private static Value calculate(String operator, long left, long right) {
        return switch (operator) {
            case "+" -> Value.of(Math.addExact(left, right));
            case "-" -> Value.of(Math.subtractExact(left, right));
            case "*" -> Value.of(Math.multiplyExact(left, right));
            case "//" -> Value.of(Math.floorDivExact(left, right));
            case "%" -> Value.of(Math.floorMod(left, right));
            case "**" ->
                right < 0
                        ? new Value.Real(Math.pow((double) left, (double) right))
                        : Value.of(Math.powExact(left, exponent(right)));
            default -> throw new EvaluationException("numbers know no " + operator);
        };
    }

    private static int exponent(long exponent) {
        return Math.toIntExact(Math.min(exponent, Integer.MAX_VALUE));
    }

    private static double calculate(String operator, double left, double right) {
        if (right == 0 && (operator.equals("/") || operator.equals("//") || operator.equals("%"))) {
            throw new ArithmeticException("division by zero");
        }
        return switch (operator) {
            case "+" -> left + right;
            case "-" -> left - right;
            case "*" -> left * right;
            case "/" -> left / right;
            case "//" -> Math.floor(left / right);
            case "%" -> left - right * Math.floor(left / right);
            case "**" -> Math.pow(left, right);
            default -> throw new EvaluationException("numbers know no " + operator);
        };
    }
}
