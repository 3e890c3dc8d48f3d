package org.dramatis.core.number;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A number that explains itself: what it means, and the parts it was made of.
 *
 * <p>The value of a combined term is always computed from its parts, so an explanation cannot disagree with itself.
 *
 * <pre>{@code
 * Term evidence = Term.sum("evidence for pirate", Term.given("token 'Arr'", -1.5), Term.given("token '!'", -0.25));
 * evidence.value();   // -1.75
 * }</pre>
 */
public sealed interface Term {
    String meaning();

    double value();

    List<Term> parts();

    /** A number that was measured or given: the explanation ends here. */
    record Given(String meaning, double value) implements Term {
        public Given {
            requireNumber(meaning, value);
        }

        @Override
        public List<Term> parts() {
            return List.of();
        }
    }

    /** A number computed from its parts by an operation. */
    record Combined(String meaning, Operation operation, double value, List<Term> parts) implements Term {
        /** The value is computed here: {@code value} must be what the parts give, and the factories see to it. */
        public Combined {
            parts = List.copyOf(parts);
            double computed =
                    operation.apply(parts.stream().mapToDouble(Term::value).toArray());
            if (Double.compare(computed, value) != 0) {
                throw new IllegalArgumentException(
                        "'" + meaning + "' is said to be " + value + " but its parts give " + computed);
            }
            if (operation == Operation.QUOTIENT && parts.get(1).value() == 0) {
                throw new IllegalArgumentException(
                        "'" + meaning + "' divides by '" + parts.get(1).meaning() + "', which is 0");
            }
            requireNumber(meaning, value);
        }
    }

    /** How parts make a whole. */
    enum Operation {
        SUM {
            @Override
            double apply(double[] parts) {
                double sum = 0;
                for (double part : parts) {
                    sum += part;
                }
                return sum;
            }
        },
        PRODUCT {
            @Override
            double apply(double[] parts) {
                double product = 1;
                for (double part : parts) {
                    product *= part;
                }
                return product;
            }
        },
        MEAN {
            @Override
            double apply(double[] parts) {
                return SUM.apply(parts) / parts.length;
            }
        },
        DIFFERENCE {
            @Override
            double apply(double[] parts) {
                return exactlyTwo(parts)[0] - parts[1];
            }
        },
        QUOTIENT {
            @Override
            double apply(double[] parts) {
                return exactlyTwo(parts)[0] / parts[1];
            }
        },
        LOG_SUM_EXP {
            @Override
            double apply(double[] parts) {
                return LogSpace.logSumExp(parts);
            }
        },
        LOG_MEAN_EXP {
            @Override
            double apply(double[] parts) {
                return LogSpace.logMeanExp(parts);
            }
        },
        EXP {
            @Override
            double apply(double[] parts) {
                return Math.exp(SUM.apply(parts));
            }
        };

        abstract double apply(double[] parts);

        private static double[] exactlyTwo(double[] parts) {
            if (parts.length != 2) {
                throw new IllegalArgumentException("this operation takes 2 parts, got " + parts.length);
            }
            return parts;
        }
    }

    static Term given(String meaning, double value) {
        return new Given(meaning, value);
    }

    static Term sum(String meaning, Term... parts) {
        return combined(meaning, Operation.SUM, List.of(parts));
    }

    static Term product(String meaning, Term... parts) {
        return combined(meaning, Operation.PRODUCT, List.of(parts));
    }

    static Term difference(String meaning, Term minuend, Term subtrahend) {
        return combined(meaning, Operation.DIFFERENCE, List.of(minuend, subtrahend));
    }

    static Term quotient(String meaning, Term numerator, Term denominator) {
        return combined(meaning, Operation.QUOTIENT, List.of(numerator, denominator));
    }

    /** The exponential of the sum of the parts: a probability from its logarithms. */
    static Term exp(String meaning, Term... parts) {
        return combined(meaning, Operation.EXP, List.of(parts));
    }

    /**
     * The sum of many values of one kind: the {@code shown} of largest size by themselves, in that order, then the others
     * together.
     */
    static Term largest(String meaning, String kind, double[] values, int shown) {
        List<Integer> order = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -Math.abs(values[i])))
                .toList();
        List<Integer> single = order.subList(0, Math.min(shown, values.length));
        List<Integer> others = order.subList(single.size(), values.length);
        List<Term> parts = new ArrayList<>();
        single.forEach(i -> parts.add(given(kind + " " + i, values[i])));
        if (!others.isEmpty()) {
            double rest = others.stream().mapToDouble(i -> values[i]).sum();
            parts.add(given((single.isEmpty() ? "all " : "the other ") + kind + "s (" + others.size() + ")", rest));
        }
        return combined(meaning, Operation.SUM, parts);
    }

    static Term combined(String meaning, Operation operation, List<Term> parts) {
        double value = operation.apply(parts.stream().mapToDouble(Term::value).toArray());
        return new Combined(meaning, operation, value, parts);
    }

    /** The tree as indented lines, one term a line. */
    default String outline() {
        StringBuilder lines = new StringBuilder();
        appendTo(lines, 0);
        return lines.toString();
    }

    private void appendTo(StringBuilder lines, int depth) {
        lines.append("  ".repeat(depth)).append(String.format(Locale.ROOT, "%.6g  %s", value(), oneLine(meaning())));
        if (this instanceof Combined combined) {
            lines.append(" = ")
                    .append(combined.operation().name().toLowerCase(Locale.ROOT).replace('_', ' '));
            lines.append(" of");
        }
        lines.append('\n');
        for (Term part : parts()) {
            part.appendTo(lines, depth + 1);
        }
    }

    /** With control characters as escapes, since a token may be a line break. */
    private static String oneLine(String meaning) {
        StringBuilder line = new StringBuilder(meaning.length());
        for (int i = 0; i < meaning.length(); i++) {
            char c = meaning.charAt(i);
            if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029') {
                line.append(escape(c));
            } else {
                line.append(c);
            }
        }
        return line.toString();
    }

    private static String escape(char c) {
        return switch (c) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> String.format(Locale.ROOT, "\\u%04x", (int) c);
        };
    }

    private static void requireNumber(String meaning, double value) {
        if (Double.isNaN(value) || value == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException(
                    "'" + meaning + "' is " + value + ": a term is finite, or -Infinity as the logarithm of 0");
        }
    }
}
