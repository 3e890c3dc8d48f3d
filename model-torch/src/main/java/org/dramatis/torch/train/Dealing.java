package org.dramatis.torch.train;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;

/** How work is dealt to workers: always in the same way, each as much as the others, what is of like length side by side. */
final class Dealing {
    private Dealing() {}

    /**
     * For each worker the pieces it goes through, one after the other.
     *
     * @param most tokens of a piece; what is longer is a piece by itself
     */
    static <T> List<List<List<T>>> deal(List<T> work, ToIntFunction<T> tokens, int workers, int most) {
        List<T> longestFirst =
                work.stream().sorted(Comparator.comparingInt(tokens).reversed()).toList();
        List<List<T>> hands = new ArrayList<>();
        long[] loads = new long[workers];
        for (int worker = 0; worker < workers; worker++) {
            hands.add(new ArrayList<>());
        }
        for (T piece : longestFirst) {
            int least = 0;
            for (int worker = 1; worker < workers; worker++) {
                least = loads[worker] < loads[least] ? worker : least;
            }
            hands.get(least).add(piece);
            loads[least] += tokens.applyAsInt(piece);
        }
        return hands.stream().map(hand -> pieces(hand, tokens, most)).toList();
    }

    private static <T> List<List<T>> pieces(List<T> hand, ToIntFunction<T> tokens, int most) {
        List<List<T>> pieces = new ArrayList<>();
        int sum = 0;
        for (T one : hand) {
            int own = tokens.applyAsInt(one);
            if (pieces.isEmpty() || sum + own > most) {
                pieces.add(new ArrayList<>());
                sum = 0;
            }
            pieces.getLast().add(one);
            sum += own;
        }
        return pieces;
    }
}
