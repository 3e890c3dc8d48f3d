package org.dramatis.store.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.dramatis.core.evidence.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptEvidenceTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);

    @TempDir
    Path folder;

    @Test
    void whatWasKeptIsFoundAfterwards() {
        try (KeptEvidence kept = open()) {
            Made.keep(kept, 4, 0, 100);
        }
        try (KeptEvidence kept = open()) {
            assertThat(Made.found(kept, 4, 0, 100)).isEqualTo(400);
            assertThat(kept.find(Made.frames(6), Made.episodes(90, 110)).size()).isEqualTo(40);
            assertThat(kept.find(List.of(), Made.episodes(0, 10)).size()).isZero();
            assertThat(kept.find(Made.frames(2), List.of()).size()).isZero();
            assertThat(kept.notes()).isEmpty();
        }
    }

    @Test
    void whatIsNotYetOnTheDiskIsFoundToo() {
        try (KeptEvidence kept = open()) {
            Made.keep(kept, 3, 0, 10);
            kept.flush();
            Made.keep(kept, 3, 10, 20);
            assertThat(Made.found(kept, 3, 5, 15)).isEqualTo(30);
        }
    }

    @Test
    void anotherModelHasNothing() {
        try (KeptEvidence kept = open()) {
            Made.keep(kept, 2, 0, 10);
        }
        try (KeptEvidence other = KeptEvidence.open(folder, Fingerprint.of("other"), CLOCK)) {
            assertThat(Made.found(other, 2, 0, 10)).isZero();
        }
    }

    @Test
    void aCastWithOneMoreFrameHasTheOthersAlready() {
        try (KeptEvidence kept = open()) {
            Made.keep(kept, 2, 0, 10);
        }
        try (KeptEvidence kept = open()) {
            assertThat(Made.found(kept, 3, 0, 10)).isEqualTo(20);
            for (int episode = 0; episode < 10; episode++) {
                kept.keep(Made.frame(2), Made.episode(episode), Made.cell(2, episode));
            }
            kept.flush();
            assertThat(Made.found(kept, 3, 0, 10)).isEqualTo(30);
        }
    }

    @Test
    void aFailureOfTheModelIsTriedAgain() {
        try (KeptEvidence kept = open()) {
            Reason failed = new Reason(Reason.Kind.MODEL_FAILED, "the server did not answer");
            kept.keep(Made.frame(0), Made.episode(0), new Cell.Unscorable(failed));
            assertThat(kept.find(Made.frames(1), Made.episodes(0, 1)).size()).isZero();
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void lookingMakesNoFolder() {
        try (KeptEvidence kept = KeptEvidence.open(folder.resolve("new"), Made.MODEL, CLOCK)) {
            assertThat(Made.found(kept, 2, 0, 10)).isZero();
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFileInPlaceOfTheFolderIsSaid() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> {
                    try (KeptEvidence kept = KeptEvidence.open(file, Made.MODEL, CLOCK)) {
                        Made.keep(kept, 1, 0, 1);
                    }
                })
                .isInstanceOf(EvidenceException.class)
                .hasMessageStartingWith("evidence cannot be kept in " + file + ": ");
    }

    @Test
    void manyCellsAreWrittenWithoutBeingAsked() throws IOException {
        try (KeptEvidence kept = open()) {
            Made.keep(kept, 16, 0, (1 << 12) - 1);
            assertThat(segments()).isEmpty();
            Made.keep(kept, 16, (1 << 12) - 1, 1 << 12);
            assertThat(segments()).hasSize(1);
        }
    }

    @Test
    void afterFiveSecondsCellsAreWrittenWithoutBeingAsked() throws IOException {
        Instant[] now = {Instant.EPOCH};
        try (KeptEvidence kept = KeptEvidence.open(folder, Made.MODEL, () -> now[0])) {
            Made.keep(kept, 1, 0, 1);
            now[0] = now[0].plusMillis(4_999);
            Made.keep(kept, 1, 1, 2);
            assertThat(segments()).isEmpty();
            now[0] = now[0].plusMillis(1);
            Made.keep(kept, 1, 2, 3);
            assertThat(segments()).hasSize(1);
            now[0] = now[0].plusMillis(4_999);
            Made.keep(kept, 1, 3, 4);
            assertThat(segments()).hasSize(1);
        }
    }

    @Test
    void aReaderSeesWhatOthersWroteOnceItFlushes() {
        try (KeptEvidence one = open();
                KeptEvidence other = open()) {
            Made.keep(one, 1, 0, 10);
            one.flush();
            assertThat(Made.found(other, 1, 0, 10)).isZero();
            Made.keep(other, 1, 10, 11);
            other.flush();
            assertThat(Made.found(other, 1, 0, 11)).isEqualTo(11);
        }
    }

    @Test
    void manySegmentsBecomeFewAndLoseNothing() throws IOException {
        try (KeptEvidence reader = open();
                KeptEvidence writer = open()) {
            Made.keep(reader, 3, 0, 1);
            reader.flush();
            for (int i = 1; i < 65; i++) {
                Made.keep(writer, 3, i - 1, i + 1);
                writer.flush();
                if (i == 64) {
                    assertThat(segments()).hasSize(1);
                } else if (i == 60) {
                    assertThat(segments()).hasSize(61);
                    Made.keep(reader, 3, 0, 1);
                    reader.flush();
                }
            }
            // The segments that the reader knows are gone.
            assertThat(Made.found(reader, 3, 0, 65)).isEqualTo(3 * 65);
        }
    }

    /** Against a map, over instances that come and go and write at the same time as others read. */
    @Test
    void itAnswersAsAMapWould() {
        SplittableRandom random = new SplittableRandom(1);
        Map<CellKey, Cell> oracle = new HashMap<>();
        KeptEvidence[] open = {open(), open(), open()};
        for (int step = 0; step < 400; step++) {
            int who = random.nextInt(open.length);
            int from = random.nextInt(50);
            int to = from + random.nextInt(8);
            for (int episode = from; episode < to; episode++) {
                for (int frame = 0; frame < 1 + random.nextInt(3); frame++) {
                    Cell cell = Made.cell(frame, episode);
                    open[who].keep(Made.frame(frame), Made.episode(episode), cell);
                    oracle.put(new CellKey(Made.frame(frame), Made.episode(episode)), cell);
                }
            }
            open[who].flush();
            if (random.nextInt(10) == 0) {
                open[who].close();
                open[who] = open();
                KeptCells cells = open[who].find(Made.frames(3), Made.episodes(0, 60));
                assertThat(cells.size()).isEqualTo(oracle.size());
                oracle.forEach((key, cell) ->
                        assertThat(cells.cell(key.frame(), key.episode())).contains(cell));
            }
        }
        for (KeptEvidence each : open) {
            each.close();
        }
    }

    private KeptEvidence open() {
        return KeptEvidence.open(folder, Made.MODEL, CLOCK);
    }

    private List<Path> segments() throws IOException {
        PathMatcher segment = FileSystems.getDefault().getPathMatcher("glob:**.parquet");
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(segment::matches).toList();
        }
    }
}
