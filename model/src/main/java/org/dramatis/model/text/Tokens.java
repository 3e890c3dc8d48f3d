package org.dramatis.model.text;

import java.util.Arrays;

/**
 * An immutable sequence of token ids.
 *
 * <pre>{@code
 * Tokens prompt = Tokens.of(1, 20, 7);
 * prompt.followedBy(Tokens.of(9)).at(3);   // 9
 * }</pre>
 */
public final class Tokens {
    public static final Tokens NONE = new Tokens(new int[0]);

    private final int[] ids;

    private Tokens(int[] ids) {
        this.ids = ids;
    }

    /**
     * The sequence of these ids.
     *
     * @throws IllegalArgumentException when an id is negative
     */
    public static Tokens of(int... ids) {
        for (int i = 0; i < ids.length; i++) {
            if (ids[i] < 0) {
                throw new IllegalArgumentException("token " + i + " has id " + ids[i] + ": ids start at 0");
            }
        }
        return ids.length == 0 ? NONE : new Tokens(ids.clone());
    }

    public int length() {
        return ids.length;
    }

    public boolean isEmpty() {
        return ids.length == 0;
    }

    public int at(int index) {
        return ids[index];
    }

    /** The tokens from {@code from} up to and without {@code to}. */
    public Tokens slice(int from, int to) {
        return from == to ? NONE : new Tokens(Arrays.copyOfRange(ids, from, to));
    }

    public Tokens followedBy(Tokens next) {
        int[] all = Arrays.copyOf(ids, ids.length + next.ids.length);
        System.arraycopy(next.ids, 0, all, ids.length, next.ids.length);
        return new Tokens(all);
    }

    public int[] toArray() {
        return ids.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tokens tokens && Arrays.equals(ids, tokens.ids);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(ids);
    }

    @Override
    public String toString() {
        return Arrays.toString(ids);
    }
}
