package org.dramatis.lab.tokenizer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Byte-pair encoding (Sennrich et al. 2016): the pair of neighbouring pieces that is most frequent inside the words of a text
 * becomes a piece of its own, again and again. Of equally frequent pairs the first in the alphabet is taken, so that the same text
 * gives the same pieces.
 *
 * @param merges in the order they were learnt
 */
public record BytePairs(List<Pair> merges) {
    /** What a byte-level tokenizer splits text into before it looks for pieces. */
    private static final Pattern WORD = Pattern.compile(
            "'(?:[sdmt]|ll|ve|re)| ?\\p{L}+| ?\\p{N}+| ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)|\\s+",
            Pattern.UNICODE_CHARACTER_CLASS);

    /** Two pieces that become one. */
    public record Pair(String left, String right) {
        private static final Comparator<Pair> ALPHABETICAL =
                Comparator.comparing(Pair::left).thenComparing(Pair::right);

        String joined() {
            return left + right;
        }
    }

    /** A word as the pieces it is made of so far, and how often it occurs. */
    private record Word(List<String> pieces, long count) {
        Word merged(Pair pair) {
            List<String> merged = new ArrayList<>(pieces.size());
            for (int i = 0; i < pieces.size(); i++) {
                boolean fits = i + 1 < pieces.size()
                        && pieces.get(i).equals(pair.left())
                        && pieces.get(i + 1).equals(pair.right());
                merged.add(fits ? pair.joined() : pieces.get(i));
                i += fits ? 1 : 0;
            }
            return new Word(merged, count);
        }
    }

    public BytePairs {
        merges = List.copyOf(merges);
    }

    /** The single bytes first, then what was merged. */
    public List<String> vocabulary() {
        List<String> vocabulary = new ArrayList<>(ByteAlphabet.all());
        merges.forEach(merge -> vocabulary.add(merge.joined()));
        return vocabulary;
    }

    /** Learns at most {@code most} merges: fewer where no pair occurs twice. */
    public static BytePairs learn(Iterable<String> texts, int most) {
        List<Word> words = words(texts);
        List<Pair> merges = new ArrayList<>();
        while (merges.size() < most) {
            Map<Pair, Long> counts = count(words);
            Pair best = null;
            long times = 1;
            for (Map.Entry<Pair, Long> entry : counts.entrySet()) {
                boolean better = entry.getValue() > times
                        || (best != null
                                && entry.getValue() == times
                                && Pair.ALPHABETICAL.compare(entry.getKey(), best) < 0);
                if (better) {
                    best = entry.getKey();
                    times = entry.getValue();
                }
            }
            if (best == null) {
                break;
            }
            Pair chosen = best;
            merges.add(chosen);
            words.replaceAll(word -> word.pieces().contains(chosen.left()) ? word.merged(chosen) : word);
        }
        return new BytePairs(merges);
    }

    private static List<Word> words(Iterable<String> texts) {
        Map<String, Long> counts = new TreeMap<>();
        for (String text : texts) {
            Matcher words = WORD.matcher(text);
            while (words.find()) {
                counts.merge(words.group(), 1L, Long::sum);
            }
        }
        List<Word> words = new ArrayList<>();
        counts.forEach((word, count) -> words.add(new Word(ByteAlphabet.spell(word), count)));
        return words;
    }

    private static Map<Pair, Long> count(List<Word> words) {
        Map<Pair, Long> counts = new HashMap<>();
        for (Word word : words) {
            for (int i = 0; i + 1 < word.pieces().size(); i++) {
                counts.merge(new Pair(word.pieces().get(i), word.pieces().get(i + 1)), word.count(), Long::sum);
            }
        }
        return counts;
    }
}
