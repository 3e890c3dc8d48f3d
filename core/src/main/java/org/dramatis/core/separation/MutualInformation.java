package org.dramatis.core.separation;

import org.dramatis.core.number.Term;

/**
 * How many bits the attribution tells about the speaker; with K personas between 0 and log2 K.
 *
 * @param plugIn that of the counted shares, to which chance adds
 * @param corrected less what chance adds on average (Miller and Madow): the one to judge by
 */
public record MutualInformation(double plugIn, double corrected) {
    public MutualInformation {
        if (!(plugIn >= 0
                && plugIn < Double.POSITIVE_INFINITY
                && corrected >= 0
                && corrected < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("information of " + plugIn + " bits, corrected to " + corrected
                    + ": both must be finite and not negative");
        }
    }

    /** The corrected information, in bits. */
    public Term explain() {
        return Term.difference(
                "information about the speaker, in bits",
                Term.given("information of the counted shares", plugIn),
                Term.given("what chance adds, as far as the bounds allow", plugIn - corrected));
    }
}
