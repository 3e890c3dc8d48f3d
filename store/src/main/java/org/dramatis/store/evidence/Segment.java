package org.dramatis.store.evidence;

import java.nio.file.Path;

/** A segment that can be read, and which episodes it may speak of. */
record Segment(SegmentFile file, EpisodeIndex episodes) {
    /** Some half a million cells: every look at the segment reads through all of them. */
    static final long FULL_BYTES = 4 << 20;

    Path path() {
        return file.path();
    }

    boolean isFull() {
        return file.bytes() >= FULL_BYTES;
    }
}
