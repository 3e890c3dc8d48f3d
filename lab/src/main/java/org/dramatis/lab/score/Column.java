package org.dramatis.lab.score;

import java.util.List;

/**
 * One way to forecast, applied to all cases.
 *
 * @param name as tables have it
 * @param key as figures for machines have it
 * @param shifts a forecast for every case, in order
 */
record Column(String name, String key, List<Double> shifts) {
    Column {
        shifts = List.copyOf(shifts);
    }
}
