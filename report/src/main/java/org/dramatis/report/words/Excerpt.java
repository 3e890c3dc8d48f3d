package org.dramatis.report.words;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dramatis.audit.result.RankedRow;
import org.dramatis.audit.result.RankedRow.TokenPush;

/**
 * A reply, or what of it there is room for.
 *
 * @param cutBefore whether something stands before it
 * @param cutAfter whether something follows
 */
public record Excerpt(List<Piece> pieces, boolean cutBefore, boolean cutAfter) {
    public Excerpt {
        pieces = List.copyOf(pieces);
    }

    /**
     * A token.
     *
     * @param nats that it says for the persona of the row
     * @param carries whether it is one of the few that say half of what the row says
     */
    public record Piece(String text, double nats, boolean carries) {
        private int length() {
            return text.codePointCount(0, text.length());
        }

        private Piece start(int length) {
            return new Piece(text.substring(0, text.offsetByCodePoints(0, length)), nats, carries);
        }
    }

    /** The whole reply. */
    public static Excerpt whole(RankedRow row) {
        if (row.tokens().isEmpty()) {
            return new Excerpt(List.of(new Piece(row.episode().reply(), 0, false)), false, false);
        }
        Set<Integer> carriers = carriers(row.tokens());
        return new Excerpt(
                IntStream.range(0, row.tokens().size())
                        .mapToObj(place -> new Piece(
                                row.tokens().get(place).text(),
                                row.tokens().get(place).nats(),
                                carriers.contains(place)))
                        .toList(),
                false,
                false);
    }

    /** As much of the reply as {@code longest} characters show: its start, or else what surrounds its strongest token. */
    public static Excerpt of(RankedRow row, int longest) {
        List<Piece> all = whole(row).pieces();
        int strongest = strongest(all);
        int first = 0;
        int before = length(all.subList(0, strongest));
        if (before + all.get(strongest).length() > longest) {
            while (before > longest / 3) {
                before -= all.get(first).length();
                first++;
            }
        }
        List<Piece> kept = new ArrayList<>();
        int left = longest;
        int next = first;
        while (next < all.size() && all.get(next).length() <= left) {
            kept.add(all.get(next));
            left -= all.get(next).length();
            next++;
        }
        // What does not fit is left out as a whole, unless nothing else or the strongest itself would be shown.
        if (next < all.size() && next <= Math.max(strongest, first)) {
            kept.add(all.get(next).start(left));
        }
        return new Excerpt(kept, first > 0, next < all.size());
    }

    /** How many characters it has. */
    public int length() {
        return length(pieces);
    }

    private static int length(List<Piece> pieces) {
        return pieces.stream().mapToInt(Piece::length).sum();
    }

    private static int strongest(List<Piece> pieces) {
        return IntStream.range(0, pieces.size())
                .boxed()
                .max(Comparator.comparingDouble(
                                (Integer place) -> pieces.get(place).nats())
                        .thenComparing(Comparator.<Integer>naturalOrder().reversed()))
                .orElseThrow();
    }

    /** The fewest tokens that together say half of all that speaks for the persona. */
    private static Set<Integer> carriers(List<TokenPush> tokens) {
        double half =
                tokens.stream().mapToDouble(token -> Math.max(0, token.nats())).sum() / 2;
        List<Integer> strongestFirst = IntStream.range(0, tokens.size())
                .boxed()
                .sorted(Comparator.comparingDouble(
                        (Integer place) -> -tokens.get(place).nats()))
                .toList();
        double said = 0;
        int carriers = 0;
        while (said < half) {
            said += tokens.get(strongestFirst.get(carriers)).nats();
            carriers++;
        }
        return strongestFirst.stream().limit(carriers).collect(Collectors.toSet());
    }
}
