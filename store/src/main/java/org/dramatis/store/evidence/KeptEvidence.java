package org.dramatis.store.evidence;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.dramatis.core.evidence.Reason;

/**
 * The evidence that a model gave before, so that it is computed once: for every reply in every frame its log-likelihood, or the
 * reason why there is none. Any number of processes may use a folder at the same time, and may be killed at any time.
 *
 * {@snippet :
 * try (KeptEvidence kept = KeptEvidence.open(folder, model, InstantSource.system())) {
 *     KeptCells known = kept.find(frames, episodes);
 *     for (Fingerprint episode : episodes) {
 *         for (Fingerprint frame : frames) {
 *             if (known.cell(frame, episode).isEmpty()) {
 *                 kept.keep(frame, episode, score(frame, episode));
 *             }
 *         }
 *     }
 * }
 * }
 *
 * <p>The fingerprint of a model has to cover whatever changes its log-probabilities (weights, tokenizer, chat template), that of a
 * frame what the model reads because of it, that of an episode its context and reply.
 */
public final class KeptEvidence implements AutoCloseable {
    private static final int MOST_PENDING = 1 << 16;
    private static final Duration LONGEST_PENDING = Duration.ofSeconds(5);

    private final Path folder;
    private final Fingerprint model;
    private final InstantSource clock;
    private final SegmentFolder files;
    private final SegmentDatabase database = new SegmentDatabase();
    private final Segments segments;
    private final KeptFindings findings;
    private final SequencedMap<CellKey, Cell> pending = new LinkedHashMap<>();
    private Instant flushed;

    private KeptEvidence(Path folder, Fingerprint model, Optional<Path> brought, InstantSource clock) {
        this.folder = folder;
        this.model = model;
        this.clock = clock;
        this.files = new SegmentFolder(folder.resolve(model.toString()));
        this.segments = new Segments(files, database, model);
        this.findings = new KeptFindings(
                folder.resolve(model.toString()), brought.map(place -> place.resolve(model.toString())));
        this.flushed = clock.instant();
    }

    /**
     * The evidence of a model. The folder need not be there, and is made when the first evidence is kept.
     *
     * @throws EvidenceException when the folder cannot be read
     */
    public static KeptEvidence open(Path folder, Fingerprint model, InstantSource clock) {
        return open(folder, model, Optional.empty(), clock);
    }

    /**
     * The same, where some findings came with the model.
     *
     * @param brought where they lie, in a folder of the model's name: those of another model are not looked at
     */
    public static KeptEvidence open(Path folder, Fingerprint model, Optional<Path> brought, InstantSource clock) {
        KeptEvidence kept = new KeptEvidence(folder, model, brought, clock);
        kept.attempt("read", kept.segments::refresh);
        return kept;
    }

    /**
     * What is kept of these episodes in these frames: by this process, and by others before this one opened the folder or last
     * flushed. Ask for many at once, some 64 to 4,096 episodes; those that were kept together are found fastest.
     */
    public synchronized KeptCells find(Collection<Fingerprint> frames, Collection<Fingerprint> episodes) {
        Map<CellKey, Cell> cells = new HashMap<>();
        attempt("read", () -> cells.putAll(stored(frames, episodes)));
        for (Fingerprint episode : pending.isEmpty() ? List.<Fingerprint>of() : episodes) {
            for (Fingerprint frame : frames) {
                CellKey key = new CellKey(frame, episode);
                Cell cell = pending.get(key);
                if (cell != null) {
                    cells.put(key, cell);
                }
            }
        }
        return new KeptCells(cells);
    }

    private Map<CellKey, Cell> stored(Collection<Fingerprint> frames, Collection<Fingerprint> episodes)
            throws IOException, SQLException {
        List<Path> candidates = segments.having(episodes);
        while (!frames.isEmpty() && !candidates.isEmpty()) {
            if (segments.areWhole(candidates)) {
                try {
                    return database.read(candidates, frames, episodes);
                } catch (SQLException problem) {
                    segments.requireChanged(candidates, problem);
                }
            }
            segments.refresh();
            candidates = segments.having(episodes);
        }
        return Map.of();
    }

    /**
     * Keeps a cell, and puts it on the disk with others when there are many or the last time is five seconds ago. That a model failed
     * is not kept: it may succeed the next time.
     */
    public synchronized void keep(Fingerprint frame, Fingerprint episode, Cell cell) {
        if (cell instanceof Cell.Unscorable(Reason reason) && reason.kind() == Reason.Kind.MODEL_FAILED) {
            return;
        }
        pending.put(new CellKey(frame, episode), cell);
        Duration waited = Duration.between(flushed, clock.instant());
        if (pending.size() >= MOST_PENDING || waited.compareTo(LONGEST_PENDING) >= 0) {
            flush();
        }
    }

    /** When this returns, all that was kept is on the disk. */
    public synchronized void flush() {
        if (!pending.isEmpty()) {
            attempt("kept", () -> {
                List<Fingerprint> episodes =
                        pending.keySet().stream().map(CellKey::episode).toList();
                SegmentLabel label = new SegmentLabel(model, EpisodeIndex.of(episodes));
                files.publish(part -> database.write(pending, label, part));
                pending.clear();
                segments.refresh();
                new Merging(files, database, segments, model).mergeWhenMany(clock.instant());
            });
        }
        flushed = clock.instant();
    }

    /** What else the model was found to say. */
    public KeptFindings findings() {
        return findings;
    }

    /** Sentences for the user on files in the folder that were not read, or were found damaged. */
    public synchronized List<String> notes() {
        return Stream.concat(segments.notes().stream(), findings.notes().stream())
                .toList();
    }

    /** Flushes, and lets go of the folder. */
    @Override
    public synchronized void close() {
        try {
            flush();
        } finally {
            attempt("read", database::close);
        }
    }

    private void attempt(String what, SegmentFolder.Work work) {
        try {
            work.run();
        } catch (IOException | SQLException problem) {
            throw EvidenceException.of("evidence cannot be " + what + " in " + folder, problem);
        }
    }
}
