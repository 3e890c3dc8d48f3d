package org.dramatis.model.train;

/** How a value that makes no sense is refused. */
final class Checks {
    private Checks() {}

    static void require(boolean holds, String what, Object value, String allowed) {
        if (!holds) {
            throw new IllegalArgumentException(what + " is " + value + ": it must be " + allowed);
        }
    }

    static void requireAbove(double least, String what, double value) {
        require(value > least && Double.isFinite(value), what, value, "a finite number above " + least);
    }

    static void requireFrom(double least, String what, double value) {
        require(value >= least && Double.isFinite(value), what, value, "a finite number from " + least);
    }

    /** From {@code least} up to and without {@code most}. */
    static void requireBetween(double least, double most, String what, double value) {
        require(value >= least && value < most, what, value, "a number from " + least + " and below " + most);
    }
}
