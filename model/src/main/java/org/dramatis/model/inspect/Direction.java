package org.dramatis.model.inspect;

import java.util.Arrays;

/** An immutable vector in the activations of a model. Single precision, as activations are. */
public final class Direction {
    private final float[] entries;

    private Direction(float[] entries) {
        this.entries = entries;
    }

    /**
     * The direction of these entries.
     *
     * @throws IllegalArgumentException when empty, or when an entry is not finite
     */
    public static Direction of(float... entries) {
        if (entries.length == 0) {
            throw new IllegalArgumentException("a direction needs at least one entry, got none");
        }
        for (int i = 0; i < entries.length; i++) {
            if (!Float.isFinite(entries[i])) {
                throw new IllegalArgumentException("entry " + i + " of a direction is " + entries[i] + ": not finite");
            }
        }
        return new Direction(entries.clone());
    }

    public int dimension() {
        return entries.length;
    }

    public float at(int index) {
        return entries[index];
    }

    public double length() {
        return Math.sqrt(dot(this));
    }

    public double dot(Direction other) {
        if (other.entries.length != entries.length) {
            throw new IllegalArgumentException(
                    "directions of " + entries.length + " and " + other.entries.length + " entries have no product");
        }
        double sum = 0;
        for (int i = 0; i < entries.length; i++) {
            sum += (double) entries[i] * other.entries[i];
        }
        return sum;
    }

    public Direction times(double factor) {
        float[] scaled = new float[entries.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = (float) (factor * entries[i]);
        }
        return of(scaled);
    }

    public float[] toArray() {
        return entries.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Direction direction && Arrays.equals(entries, direction.entries);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(entries);
    }

    @Override
    public String toString() {
        return "Direction of " + entries.length + " entries, length " + length();
    }
}
