package org.dramatis.core.forecast;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** A random resample of the frames of a persona. */
final class FrameDraw {
    private FrameDraw() {}

    /**
     * The places of so many frames, drawn with replacement. One frame fewer is drawn than there are, because the variance of that mean
     * is without bias that of a mean over frames (Rao and Wu 1988, J. Am. Stat. Assoc. 83). A single frame cannot say how frames
     * differ, and stands for itself.
     */
    static List<Integer> places(int frames, RandomGenerator random) {
        return frames == 1
                ? List.of(0)
                : Stream.generate(() -> random.nextInt(frames))
                        .limit(frames - 1L)
                        .toList();
    }
}
