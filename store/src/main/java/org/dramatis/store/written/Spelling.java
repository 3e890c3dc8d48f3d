package org.dramatis.store.written;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the known word that a mistyped one was meant to be. */
public final class Spelling {
    private Spelling() {}

    /** The nearest known word: one that begins with what was typed, or differs by a slip in every third letter at most. */
    public static Optional<String> nearest(String typed, List<String> known) {
        Optional<String> begun = known.stream()
                .filter(word -> typed.length() > 2 && word.startsWith(typed))
                .findFirst();
        return begun.or(() -> known.stream()
                .filter(word -> 3 * slips(typed, word) <= Math.max(typed.length(), word.length()))
                .min(Comparator.comparingInt(word -> slips(typed, word))));
    }

    /**
     * The optimal string alignment distance: how many letters were left out, added, mistaken or swapped with the next.
     *
     * <p>{@code d[i][j] = min(d[i-1][j] + 1, d[i][j-1] + 1, d[i-1][j-1] + (a_i != b_j), d[i-2][j-2] + 1 if swapped)}
     */
    static int slips(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(d[i - 1][j - 1] + same, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
