package org.dramatis.core.number;

/** The closed range {@code [low, high]} that a procedure claims to hold the truth in a share {@code level} of its uses. */
public record Interval(double low, double high, double level) {
    public Interval {
        if (!(low <= high) || low == Double.POSITIVE_INFINITY || high == Double.NEGATIVE_INFINITY) {
            throw new IllegalArgumentException("an interval cannot run from " + low + " to " + high);
        }
        requireLevel(level);
    }

    /** Checks that {@code level} lies strictly between 0 and 1, and returns it. */
    public static double requireLevel(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level is " + level + ": it must lie between 0 and 1, 0.95 say");
        }
        return level;
    }

    public boolean contains(double value) {
        return low <= value && value <= high;
    }

    public double width() {
        return high - low;
    }
}
