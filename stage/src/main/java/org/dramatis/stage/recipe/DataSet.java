package org.dramatis.stage.recipe;

import java.util.List;

/** Rows, and what is true of each. */
public record DataSet(List<Row> rows, List<Truth> truths) {
    public DataSet {
        rows = List.copyOf(rows);
        truths = List.copyOf(truths);
        if (rows.size() != truths.size()) {
            throw new IllegalArgumentException(rows.size() + " rows with " + truths.size() + " truths");
        }
    }
}
