package org.dramatis.core.number;

/** The place of a persona in cast order, counted from 0. */
public final class Place {
    private Place() {}

    /**
     * Checks that a cast of so many personas has this place, and returns it.
     *
     * @throws IndexOutOfBoundsException when it has not
     */
    public static int of(int k, int size) {
        if (k < 0 || k >= size) {
            throw new IndexOutOfBoundsException(
                    "persona " + k + " of a cast of " + size + ": count from 0 to " + (size - 1));
        }
        return k;
    }
}
