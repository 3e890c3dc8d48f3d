package org.dramatis.report.words;

import org.dramatis.audit.result.Counts;

/** How much of the data a verdict is about. */
public record Extent(Counts counts) {
    /** {@code 400 rows, 412 replies}, and how many of them were scored where a sample was enough. */
    public String words(Figures figures) {
        String rows = counts.isSample()
                ? figures.count(counts.scoredRows()) + " of " + figures.count(counts.rows(), "row") + " at random"
                : figures.count(counts.rows(), "row");
        return rows + ", " + figures.count(counts.episodes(), "reply");
    }
}
