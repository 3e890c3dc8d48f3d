package org.dramatis.audit.unmodelled;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.dramatis.core.evidence.Episode;
import org.dramatis.model.text.Tokenizer;

/**
 * Which rows are of a kind: those whose replies share the most pairs of neighbouring tokens. Rows that say the same are not kin: what
 * is to be shown is learning, not repeating.
 */
final class Kin {
    private final List<Episode> rows;
    private final List<Set<List<Integer>>> pairs;

    Kin(List<Episode> rows, Tokenizer tokenizer) {
        this.rows = List.copyOf(rows);
        this.pairs = rows.stream()
                .map(row -> pairs(tokenizer.encode(tokenizer.quote(row.reply())).toArray()))
                .toList();
    }

    /** The nearest others of a row, by its place, the nearest first. */
    List<Episode> of(int place, int most) {
        String reply = rows.get(place).reply();
        return IntStream.range(0, rows.size())
                .filter(other -> !rows.get(other).reply().equals(reply))
                .boxed()
                .sorted(Comparator.comparingDouble((Integer other) -> -shared(place, other)))
                .limit(most)
                .map(rows::get)
                .toList();
    }

    /** The share of all their pairs that both have (Jaccard). */
    private double shared(int one, int other) {
        Set<List<Integer>> both = new HashSet<>(pairs.get(one));
        both.retainAll(pairs.get(other));
        int all = pairs.get(one).size() + pairs.get(other).size() - both.size();
        return all == 0 ? 0 : (double) both.size() / all;
    }

    private static Set<List<Integer>> pairs(int[] tokens) {
        Set<List<Integer>> pairs = new HashSet<>();
        List<Integer> ids = new ArrayList<>(IntStream.of(tokens).boxed().toList());
        for (int t = 1; t < ids.size(); t++) {
            pairs.add(List.copyOf(ids.subList(t - 1, t + 1)));
        }
        return pairs;
    }
}
