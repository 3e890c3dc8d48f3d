package org.dramatis.core.number;

import java.util.function.BooleanSupplier;

/** How often an interval held the truth in simulations whose truth was known. */
public record Coverage(int held, int simulations) {
    public static Coverage of(int simulations, BooleanSupplier heldTruth) {
        int held = 0;
        for (int i = 0; i < simulations; i++) {
            held += heldTruth.getAsBoolean() ? 1 : 0;
        }
        return new Coverage(held, simulations);
    }

    public double share() {
        return (double) held / simulations;
    }

    /** Four standard errors of a count at the stated level: a correct interval fails here once in 16,000 seeds. */
    public double tolerance(double level) {
        return 4 * Math.sqrt(level * (1 - level) / simulations);
    }
}
