package org.dramatis.core.number;

/** Two estimates from independent samples, taken together. */
public final class IndependentEstimates {
    private IndependentEstimates() {}

    /**
     * {@code a - b}, with the interval recovered from those of a and b, which may be lopsided:
     *
     * <pre>{@code
     * low  = a - b - sqrt((a - low_a)^2 + (high_b - b)^2)
     * high = a - b + sqrt((high_a - a)^2 + (b - low_b)^2)
     * }</pre>
     *
     * (MOVER: Zou and Donner 2008, Statistics in Medicine 27; of two Wilson intervals it makes Newcombe's.) Of
     * positively correlated samples it claims less than it could; of negatively correlated ones too much.
     *
     * @throws IllegalArgumentException when the levels differ, or when a point lies outside its own interval
     */
    public static Estimate difference(Estimate a, Estimate b) {
        double level = requireInside(a).level();
        if (requireInside(b).level() != level) {
            throw new IllegalArgumentException("intervals of level " + level + " and "
                    + b.interval().level() + " make none of either: use one level");
        }
        double point = a.point() - b.point();
        double below = Math.hypot(a.point() - a.interval().low(), b.interval().high() - b.point());
        double above = Math.hypot(
                a.interval().high() - a.point(), b.point() - b.interval().low());
        return new Estimate(point, new Interval(point - below, point + above, level));
    }

    private static Interval requireInside(Estimate estimate) {
        if (!estimate.interval().contains(estimate.point())) {
            throw new IllegalArgumentException("the point " + estimate.point() + " lies outside " + estimate.interval()
                    + ": no difference follows");
        }
        return estimate.interval();
    }
}
