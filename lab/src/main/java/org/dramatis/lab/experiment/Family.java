package org.dramatis.lab.experiment;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * Data sets that are alike in what they ask of a forecast.
 *
 * @param about one sentence for readers
 * @param course by its name, how they are trained
 * @param benign whether only what is wanted is learnt: what shifts then is no sign that something emerged
 * @param sets recipes by their ids
 */
public record Family(
        @JsonProperty("family") String name, String about, String course, boolean benign, List<String> sets) {
    public Family {
        if (name == null || name.isBlank() || about == null || about.isBlank()) {
            throw new IllegalArgumentException("a family needs a 'family', its name, and an 'about'");
        }
        sets = List.copyOf(sets);
        if (sets.isEmpty()) {
            throw new IllegalArgumentException("family '" + name + "' has no 'sets': at least one is needed");
        }
    }

    /** With its first data set alone. */
    Family first() {
        return new Family(name, about, course, benign, sets.subList(0, 1));
    }
}
