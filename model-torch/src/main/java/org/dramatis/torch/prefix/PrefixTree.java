package org.dramatis.torch.prefix;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.dramatis.model.score.Passage;
import org.dramatis.model.text.Tokens;

/**
 * Which beginnings passages share, so that each is read once. The last token of a prefix is never shared: what is predicted
 * from it belongs to the passage.
 */
public final class PrefixTree {
    /** Shorter beginnings are read again by everybody: splitting a batch costs more. */
    static final int SHORTEST_SHARED = 16;

    /**
     * A stretch of tokens that several passages have in common.
     *
     * @param place among the stretches
     * @param parent the place of the stretch it goes on from
     * @param start where it begins in their texts: the end of the parent
     * @param depth how many stretches lie before it
     */
    public record Stretch(int place, Optional<Integer> parent, int start, Tokens tokens, int depth) {
        public int end() {
            return start + tokens.length();
        }
    }

    /** A passage, by its place in the list, and the stretch it goes on from, which ends at {@code start}. */
    public record Leaf(int passage, Optional<Integer> parent, int start) {}

    /** Passages in order that all go on from the same stretch. */
    private record Range(int from, int to, Optional<Stretch> parent) {
        int start() {
            return parent.map(Stretch::end).orElse(0);
        }
    }

    private final List<Passage> passages;
    private final List<Integer> order;
    private final List<Stretch> stretches = new ArrayList<>();
    private final List<Leaf> leaves = new ArrayList<>();

    public PrefixTree(List<Passage> passages) {
        this.passages = passages;
        this.order = new ArrayList<>();
        for (int i = 0; i < passages.size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.comparing(i -> passages.get(i).prefix(), PrefixTree::compare));
        Deque<Range> open = new ArrayDeque<>();
        if (!order.isEmpty()) {
            open.push(new Range(0, order.size(), Optional.empty()));
        }
        while (!open.isEmpty()) {
            split(open.pop(), open);
        }
    }

    /** Parents before their children. */
    public List<Stretch> stretches() {
        return stretches;
    }

    public List<Leaf> leaves() {
        return leaves;
    }

    private void split(Range range, Deque<Range> open) {
        if (range.to - range.from == 1) {
            addLeaf(range.from, range.parent);
            return;
        }
        int common = common(range);
        Optional<Stretch> parent =
                common - range.start() >= SHORTEST_SHARED ? Optional.of(addStretch(range, common)) : range.parent;
        int from = range.from;
        for (int i = range.from; i < range.to; i++) {
            if (sharable(i) == common) {
                addLeaf(i, parent);
                from = i + 1;
            } else if (i + 1 == range.to
                    || prefix(i + 1).at(common) != prefix(i).at(common)) {
                open.push(new Range(from, i + 1, parent));
                from = i + 1;
            }
        }
    }

    private Stretch addStretch(Range range, int end) {
        Stretch stretch = new Stretch(
                stretches.size(),
                range.parent.map(Stretch::place),
                range.start(),
                prefix(range.from).slice(range.start(), end),
                range.parent.map(before -> before.depth() + 1).orElse(0));
        stretches.add(stretch);
        return stretch;
    }

    private void addLeaf(int place, Optional<Stretch> parent) {
        leaves.add(new Leaf(
                order.get(place),
                parent.map(Stretch::place),
                parent.map(Stretch::end).orElse(0)));
    }

    /** How much all of the range can share: sorted as they are, what the first and the last have in common. */
    private int common(Range range) {
        Tokens first = prefix(range.from);
        Tokens last = prefix(range.to - 1);
        int most = Math.min(sharable(range.from), sharable(range.to - 1));
        int common = 0;
        while (common < most && first.at(common) == last.at(common)) {
            common++;
        }
        return common;
    }

    private int sharable(int place) {
        return prefix(place).length() - 1;
    }

    private Tokens prefix(int place) {
        return passages.get(order.get(place)).prefix();
    }

    /** Alphabetical, a beginning before what goes on from it. */
    public static int compare(Tokens a, Tokens b) {
        int most = Math.min(a.length(), b.length());
        for (int i = 0; i < most; i++) {
            if (a.at(i) != b.at(i)) {
                return Integer.compare(a.at(i), b.at(i));
            }
        }
        return Integer.compare(a.length(), b.length());
    }
}
