package org.dramatis.report.words;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import org.dramatis.core.number.Estimate;
import org.dramatis.core.number.Interval;

/**
 * Numbers as readers see them. Weights and probabilities have two decimals and no zero before the point, since they never pass 1.
 *
 * @param dash between the ends of an interval
 * @param space between what no line may part
 */
public record Figures(String dash, String minus, String space) {
    public static final Figures PLAIN = new Figures("-", "-", " ");
    public static final Figures TYPESET = new Figures("\u2013", "\u2212", "\u00a0");

    private static final double LEAST_SHOWN = .005;
    private static final double LEAST_PLAIN = 1e-4;
    private static final MathContext TWO_DIGITS = new MathContext(2);
    private static final MathContext THREE_DIGITS = new MathContext(3);

    /** {@code .62}; what would be rounded to nothing or to everything is {@code <.01} or {@code >.99}. */
    public String weight(double weight) {
        if (weight <= 0 || weight >= 1) {
            return weight <= 0 ? "0" : "1";
        }
        if (weight < LEAST_SHOWN) {
            return "<.01";
        }
        return weight >= 1 - LEAST_SHOWN
                ? ">.99"
                : String.format(Locale.ROOT, "%.2f", weight).substring(1);
    }

    /** {@code .62 (.55-.70)}. */
    public String weight(Estimate weight) {
        return weight(weight.point()) + space + "(" + weights(weight.interval()) + ")";
    }

    /** {@code .55-.70}. */
    public String weights(Interval weights) {
        return weight(weights.low()) + dash + weight(weights.high());
    }

    /** The same of what nobody knows for certain: a probability that was rounded to 1 is {@code >.99}. */
    public String probability(double probability) {
        return weight(Math.clamp(probability, Double.MIN_VALUE, Math.nextDown(1.0)));
    }

    /** {@code +1.23}, with its sign. */
    public String nats(double nats) {
        return signed(nats, Double.isInfinite(nats) ? "\u221E" : String.format(Locale.ROOT, "%.2f", Math.abs(nats)));
    }

    /** {@code +1.23 (+1.10 to +1.36)}. */
    public String nats(Estimate nats) {
        return nats(nats.point()) + " (" + nats(nats.interval().low()) + " to "
                + nats(nats.interval().high()) + ")";
    }

    /** {@code +0.0341}: at most three digits that mean something, with the sign; pushes shrink as the data grow. */
    public String push(double push) {
        return signed(push, digits(Math.abs(push), THREE_DIGITS));
    }

    /** {@code 0.034}: at most two digits that mean something. */
    public String significant(double value) {
        return digits(value, TWO_DIGITS);
    }

    private static String digits(double value, MathContext digits) {
        if (value == 0 || !Double.isFinite(value)) {
            return value == 0 ? "0" : String.valueOf(value);
        }
        return Math.abs(value) < LEAST_PLAIN
                ? String.format(Locale.ROOT, "%." + (digits.getPrecision() - 1) + "e", value)
                : BigDecimal.valueOf(value).round(digits).stripTrailingZeros().toPlainString();
    }

    /** {@code 12,000}. */
    public String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** {@code 1 row}, {@code 12 rows}: a count and its noun. */
    public String count(long count, String noun) {
        return count(count) + " "
                + (count == 1 ? noun : noun.endsWith("y") ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s");
    }

    /** {@code 95 %}. */
    public String level(Interval interval) {
        return BigDecimal.valueOf(100 * interval.level())
                        .round(new MathContext(3))
                        .stripTrailingZeros()
                        .toPlainString()
                + space + "%";
    }

    private String signed(double value, String size) {
        return (value < 0 ? minus : "+") + size;
    }
}
