package org.dramatis.lab.rows;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one seed came to.
 *
 * @param trials one a mixture
 * @param rowsPerSecond that each way read, ranking left out
 */
public record Ranked(List<RowTrial> trials, Map<Way, Double> rowsPerSecond) {
    public Ranked {
        trials = List.copyOf(trials);
        rowsPerSecond = new LinkedHashMap<>(rowsPerSecond);
    }
}
