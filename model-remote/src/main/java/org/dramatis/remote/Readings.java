package org.dramatis.remote;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.dramatis.model.score.Passage;
import org.dramatis.model.text.Tokens;

/** In which order passages are read, so that a server finds in its cache what they share. */
final class Readings {
    private Readings() {}

    /** The places of equal passages, in the order of their tokens: neighbours share the most of their beginnings. */
    static List<List<Integer>> inOrder(List<Passage> passages, List<Integer> places) {
        List<Integer> sorted = places.stream()
                .sorted((a, b) -> compare(passages.get(a), passages.get(b)))
                .toList();
        List<List<Integer>> groups = new ArrayList<>();
        for (int place : sorted) {
            boolean again = !groups.isEmpty()
                    && passages.get(groups.getLast().getFirst()).equals(passages.get(place));
            if (!again) {
                groups.add(new ArrayList<>());
            }
            groups.getLast().add(place);
        }
        return groups;
    }

    /** So many neighbours at once that the requests under way are filled before any has more than one. */
    static <T> List<List<T>> requests(List<T> ordered, int most, int underWay) {
        int size = Math.clamp(ordered.size() / (2L * underWay), 1, most);
        return IntStream.iterate(0, from -> from < ordered.size(), from -> from + size)
                .mapToObj(from -> ordered.subList(from, Math.min(ordered.size(), from + size)))
                .toList();
    }

    private static int compare(Passage a, Passage b) {
        int tokens = compare(whole(a), whole(b));
        return tokens != 0
                ? tokens
                : Integer.compare(a.prefix().length(), b.prefix().length());
    }

    private static Tokens whole(Passage passage) {
        return passage.prefix().followedBy(passage.continuation());
    }

    private static int compare(Tokens a, Tokens b) {
        int shared = Math.min(a.length(), b.length());
        for (int i = 0; i < shared; i++) {
            if (a.at(i) != b.at(i)) {
                return Integer.compare(a.at(i), b.at(i));
            }
        }
        return Integer.compare(a.length(), b.length());
    }
}
