package org.dramatis.core.number;

/** A number with its interval beside it. The point need not be the middle, nor even inside when it is biased. */
public record Estimate(double point, Interval interval) {
    public Estimate {
        if (!Double.isFinite(point)) {
            throw new IllegalArgumentException("an estimate must be a finite number, got " + point);
        }
    }
}
