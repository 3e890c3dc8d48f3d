package org.dramatis.store.evidence;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes few segments of many. The merged one is published before those it replaces are deleted, so that at any moment every cell is
 * in the folder; one that is there twice is the same cell.
 */
record Merging(SegmentFolder folder, SegmentDatabase database, Segments segments, Fingerprint model) {
    /** Every flush writes one. Each costs whoever opens the folder a look, and little else. */
    private static final int MANY = 64;

    void mergeWhenMany(Instant now) throws IOException, SQLException {
        if (isDue()) {
            folder.alone(() -> {
                // Another process may just have merged them.
                segments.refresh();
                if (isDue()) {
                    merge();
                    folder.deleteLeftovers(now);
                }
            });
        }
    }

    private boolean isDue() {
        return segments.small().size() > MANY;
    }

    private void merge() throws IOException, SQLException {
        List<Segment> group = new ArrayList<>();
        long bytes = 0;
        for (Segment segment : segments.small()) {
            group.add(segment);
            bytes += segment.file().bytes();
            if (bytes >= Segment.FULL_BYTES) {
                merge(group);
                group.clear();
                bytes = 0;
            }
        }
        merge(group);
        segments.refresh();
    }

    private void merge(List<Segment> group) throws IOException, SQLException {
        List<Path> paths = group.stream().map(Segment::path).toList();
        // Damaged cells would become credible by being merged.
        if (paths.size() < 2 || !segments.areWhole(paths)) {
            return;
        }
        EpisodeIndex episodes =
                EpisodeIndex.joined(group.stream().map(Segment::episodes).toList());
        try {
            Path merged = folder.publish(part -> database.merge(paths, new SegmentLabel(model, episodes), part));
            // Where the others held nothing new, the merged one is one of them.
            folder.delete(paths.stream().filter(path -> !path.equals(merged)).toList());
        } catch (SQLException problem) {
            // On a file system without locks another process may be merging too.
            segments.requireChanged(paths, problem);
        }
    }
}
