package org.dramatis.store.evidence;

import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;

/** A file in a folder of segments. */
record SegmentFile(Path path, long bytes, FileTime written) {
    enum Condition {
        /** Its bytes are those that its name says. */
        WHOLE,
        DAMAGED,
        GONE
    }

    static List<Path> paths(List<SegmentFile> files) {
        return files.stream().map(SegmentFile::path).toList();
    }
}
