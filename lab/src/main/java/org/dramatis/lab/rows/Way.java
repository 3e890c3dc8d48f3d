package org.dramatis.lab.rows;

import java.util.List;

/** A way to rank rows: the higher its number, the more a row is suspected. */
public enum Way {
    /** What an audit ranks by. */
    PUSH("push", "the audit's push"),
    /** Log-odds that one of the unwanted says so, as an audit has them. */
    PROBABILITY("probability", "the audit's probability"),
    GRADIENT("gradient", "gradient influence"),
    CONTRAST("contrast", "gradient influence, unwanted less wanted"),
    DISTANCE("distance", "embedding distance"),
    SURPRISE("surprise", "loss of the bare model"),
    RANDOM("random", "random order");

    /** What one would do without an audit. */
    public static final List<Way> BASELINES = List.of(GRADIENT, CONTRAST, DISTANCE, SURPRISE, RANDOM);

    private final String key;
    private final String words;

    Way(String key, String words) {
        this.key = key;
        this.words = words;
    }

    /** Its name among figures for programs. */
    public String key() {
        return key;
    }

    @Override
    public String toString() {
        return words;
    }
}
