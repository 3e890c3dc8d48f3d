package org.dramatis.core.separation;

import org.dramatis.core.cast.PersonaId;
import org.dramatis.core.number.Estimate;
import org.dramatis.core.number.Measured;

/**
 * Two personas, and how well one is told from the other.
 *
 * @param accuracy the mean, over the two, of the share of their replies that went to the right one of the two; 1/2 is
 *     guessing
 */
public record PersonaPair(PersonaId first, PersonaId second, Measured<Estimate> accuracy) {
    /**
     * Whether the interval of the accuracy lies above {@code 1/2 + margin}. A pair never observed is not told apart.
     */
    public boolean isToldApart(double margin) {
        if (!(margin >= 0 && margin < 0.5)) {
            throw new IllegalArgumentException("the margin is " + margin + ": it must lie in [0, 0.5)");
        }
        return accuracy instanceof Measured.Known<Estimate>(Estimate known)
                && known.interval().low() > 0.5 + margin;
    }
}
