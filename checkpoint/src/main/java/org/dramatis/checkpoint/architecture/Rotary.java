package org.dramatis.checkpoint.architecture;

import java.util.List;

/**
 * Rotary positions: the pair (i, i + d/2) of the first d entries of a head turns by the angle position * frequency_i.
 *
 * @param frequencies in radians per position, d/2 of them, scaling of any kind already in them
 * @param amplitude what sine and cosine are multiplied with (YaRN)
 */
public record Rotary(List<Double> frequencies, double amplitude) {
    public Rotary {
        frequencies = List.copyOf(frequencies);
    }

    /** d. */
    public int dimensions() {
        return 2 * frequencies.size();
    }
}
