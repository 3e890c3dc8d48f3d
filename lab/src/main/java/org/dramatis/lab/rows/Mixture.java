package org.dramatis.lab.rows;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Rows of wanted personas with some of unwanted ones among them.
 *
 * @param percent of the rows that are wrong
 */
public record Mixture(Kind kind, int percent) {
    /** Whom the wrong rows are by. */
    public enum Kind {
        OBVIOUS("obvious", "obviously-unwanted-company"),
        SUBTLE("subtle", "subtly-unwanted-company");

        private final String words;
        private final String recipe;

        Kind(String words, String recipe) {
            this.words = words;
            this.recipe = recipe;
        }

        /** After which the world makes them. */
        String recipe() {
            return recipe;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /** After which the world makes the other rows. */
    static final String WANTED = "wanted-company";

    private static final List<Integer> PERCENT = List.of(2, 10);

    static final List<Mixture> ALL = Stream.of(Kind.values())
            .flatMap(kind -> PERCENT.stream().map(percent -> new Mixture(kind, percent)))
            .toList();

    /** How many of so many rows are wrong. */
    int wrong(int rows) {
        return (int) Math.round(rows * percent / 100.0);
    }

    /** Wrong rows of a kind that the mixtures need. */
    static int most(int rows) {
        return ALL.stream().mapToInt(mixture -> mixture.wrong(rows)).max().orElseThrow();
    }

    /** Right rows that the mixtures need. */
    static int mostRight(int rows) {
        return rows
                - ALL.stream().mapToInt(mixture -> mixture.wrong(rows)).min().orElseThrow();
    }

    /** Its places in a pool that has the right rows first, then those of each kind, as many as needed at most. */
    List<Integer> places(int rows) {
        int wrong = wrong(rows);
        int from = mostRight(rows) + List.of(Kind.values()).indexOf(kind) * most(rows);
        return Stream.concat(
                        IntStream.range(0, rows - wrong).boxed(),
                        IntStream.range(from, from + wrong).boxed())
                .toList();
    }

    /** Its name among figures for programs. */
    String key() {
        return kind + "_" + percent;
    }

    @Override
    public String toString() {
        return kind + ", " + percent + " %";
    }
}
