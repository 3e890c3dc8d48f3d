package org.dramatis.store.evidence;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The segments of a model as this process knows them. Others add and merge at the same time: a segment may be gone at any moment, and
 * then the folder is looked at again. What a segment holds is believed once its bytes were found to be those that its name says.
 */
final class Segments {
    private final SegmentFolder folder;
    private final SegmentDatabase database;
    private final Fingerprint model;
    private final SortedMap<Path, Segment> known = new TreeMap<>();
    private final Set<Path> whole = new HashSet<>();
    private final Set<Path> passedOver = new HashSet<>();
    private final List<String> notes = new ArrayList<>();

    Segments(SegmentFolder folder, SegmentDatabase database, Fingerprint model) {
        this.folder = folder;
        this.database = database;
        this.model = model;
    }

    /** Learns what the folder has by now. */
    void refresh() throws IOException, SQLException {
        List<SegmentFile> fresh = fresh();
        while (!fresh.isEmpty()) {
            try {
                learn(fresh);
            } catch (SQLException problem) {
                requireChanged(SegmentFile.paths(fresh), problem);
            }
            fresh = fresh();
        }
    }

    private List<SegmentFile> fresh() throws IOException {
        List<SegmentFile> listed = folder.list();
        Set<Path> paths = new HashSet<>(SegmentFile.paths(listed));
        known.keySet().retainAll(paths);
        whole.retainAll(paths);
        List<SegmentFile> fresh = new ArrayList<>();
        for (SegmentFile file : listed) {
            if (!known.containsKey(file.path()) && !passedOver.contains(file.path())) {
                if (SegmentFolder.isNamed(file.path())) {
                    fresh.add(file);
                } else {
                    passOver(file.path(), "is no segment of evidence: it is passed over");
                }
            }
        }
        return fresh;
    }

    private void learn(List<SegmentFile> files) throws IOException, SQLException {
        Map<Path, Map<String, String>> labels = database.labels(SegmentFile.paths(files));
        for (SegmentFile file : files) {
            try {
                SegmentLabel label = SegmentLabel.of(labels.getOrDefault(file.path(), Map.of()), model);
                known.put(file.path(), new Segment(file, label.episodes()));
            } catch (IllegalArgumentException why) {
                if (areWhole(List.of(file.path()))) {
                    passOver(file.path(), why.getMessage() + ": it is passed over");
                }
            }
        }
    }

    /** The segments that may speak of some of the episodes. */
    List<Path> having(Collection<Fingerprint> episodes) {
        return known.values().stream()
                .filter(segment -> segment.episodes().mayHaveAny(episodes))
                .map(Segment::path)
                .toList();
    }

    /** Those that are worth merging, oldest first. */
    List<Segment> small() {
        return known.values().stream()
                .filter(segment -> !segment.isFull())
                .sorted(Comparator.comparing(segment -> segment.file().written()))
                .toList();
    }

    /** Whether all of them can be believed. What is damaged is set aside. */
    boolean areWhole(Collection<Path> segments) throws IOException {
        boolean all = true;
        for (Path segment : segments) {
            if (!whole.contains(segment)) {
                switch (folder.condition(segment)) {
                    case WHOLE -> whole.add(segment);
                    case DAMAGED -> setAside(segment);
                    case GONE -> {}
                }
                all &= whole.contains(segment);
            }
        }
        return all;
    }

    /** After segments could not be read: throws the problem on unless some of them are gone, or were found damaged. */
    void requireChanged(Collection<Path> segments, SQLException problem) throws IOException, SQLException {
        whole.removeAll(segments);
        if (areWhole(segments)) {
            throw problem;
        }
    }

    /** Sentences for the user on files that are not read. */
    List<String> notes() {
        return List.copyOf(notes);
    }

    private void setAside(Path segment) {
        String damaged = "is damaged, its bytes are not those it was written with";
        try {
            Path aside = folder.setAside(segment);
            notes.add(segment + " " + damaged + ": it is now " + aside.getFileName()
                    + ", and what it held is computed again");
        } catch (IOException problem) {
            passOver(segment, damaged + ": it is passed over, and what it held is computed again");
        }
    }

    private void passOver(Path file, String why) {
        passedOver.add(file);
        known.remove(file);
        notes.add(file + " " + why);
    }
}
