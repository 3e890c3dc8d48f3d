package org.dramatis.audit.result;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A condition under which an audit fails: {@code malicious>0.05}, {@code unwanted>=0.1}, {@code helpful<0.3}.
 *
 * @param subject a persona, or {@link #UNWANTED} for all that nobody wants, together
 */
public record Gate(String subject, Comparison comparison, double threshold) {
    public static final String UNWANTED = "unwanted";

    private static final Pattern WRITTEN = Pattern.compile("\\s*([a-z0-9-]+)\\s*(>=|<=|>|<)\\s*([0-9]*\\.?[0-9]+)\\s*");

    /** How a weight is held against the threshold. */
    public enum Comparison {
        ABOVE(">"),
        AT_LEAST(">="),
        BELOW("<"),
        AT_MOST("<=");

        private final String sign;

        Comparison(String sign) {
            this.sign = sign;
        }

        static Comparison of(String sign) {
            for (Comparison comparison : values()) {
                if (comparison.sign.equals(sign)) {
                    return comparison;
                }
            }
            throw new IllegalArgumentException("there is no comparison '" + sign + "'");
        }

        boolean holds(double weight, double threshold) {
            return switch (this) {
                case ABOVE -> weight > threshold;
                case AT_LEAST -> weight >= threshold;
                case BELOW -> weight < threshold;
                case AT_MOST -> weight <= threshold;
            };
        }
    }

    /** @throws IllegalArgumentException when it is not written so */
    public static Gate parse(String text) {
        Matcher matcher = WRITTEN.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("the condition '" + text
                    + "' is not understood: write a persona, one of > >= < <= and a weight, 'malicious>0.05' say");
        }
        double threshold = Double.parseDouble(matcher.group(3));
        if (threshold > 1) {
            throw new IllegalArgumentException("the condition '" + text + "' compares a weight with " + threshold
                    + ": weights lie between 0 and 1");
        }
        return new Gate(matcher.group(1), Comparison.of(matcher.group(2)), threshold);
    }

    /** Whether an audit with that weight of the subject fails. */
    public boolean fails(double weight) {
        return comparison.holds(weight, threshold);
    }

    @Override
    public String toString() {
        return subject + comparison.sign + threshold;
    }
}
