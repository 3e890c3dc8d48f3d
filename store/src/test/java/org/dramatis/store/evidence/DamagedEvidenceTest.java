package org.dramatis.store.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.dramatis.store.duckdb.EmbeddedDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DamagedEvidenceTest {
    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");

    @TempDir
    Path folder;

    @BeforeEach
    void twoSegments() {
        try (KeptEvidence kept = open()) {
            Made.keep(kept, 2, 0, 50);
            kept.flush();
            Made.keep(kept, 2, 50, 100);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.001, 0.5, 0.99})
    void aSegmentThatWasCutIsSetAside(double share) throws IOException {
        Path segment = segments().getFirst();
        byte[] bytes = Files.readAllBytes(segment);
        Files.write(segment, Arrays.copyOf(bytes, (int) (share * bytes.length)));
        findsOneHalfAndSaysSo(segment);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.3, 0.5, 0.7, 0.9})
    void aSegmentInWhichOneBitChangedIsSetAside(double place) throws IOException {
        Path segment = segments().getFirst();
        byte[] bytes = Files.readAllBytes(segment);
        bytes[(int) (place * bytes.length)] ^= 1;
        Files.write(segment, bytes);
        findsOneHalfAndSaysSo(segment);
    }

    private void findsOneHalfAndSaysSo(Path segment) {
        try (KeptEvidence kept = open()) {
            assertThat(Made.found(kept, 2, 0, 100)).isEqualTo(100);
            assertThat(kept.notes())
                    .containsExactly(segment + " is damaged, its bytes are not those it was written with: it is now "
                            + segment.getFileName() + ".damaged, and what it held is computed again");
            assertThat(segment).doesNotExist();
            Made.keep(kept, 2, 0, 100);
            kept.flush();
            assertThat(Made.found(kept, 2, 0, 100)).isEqualTo(200);
        }
        try (KeptEvidence kept = open()) {
            assertThat(Made.found(kept, 2, 0, 100)).isEqualTo(200);
            assertThat(kept.notes()).isEmpty();
        }
    }

    @Test
    void aSegmentThatIsDamagedLaterIsNotMerged() throws IOException {
        try (KeptEvidence kept = open()) {
            Path segment = segments().getFirst();
            byte[] bytes = Files.readAllBytes(segment);
            bytes[40] ^= 1;
            Files.write(segment, bytes);
            for (int i = 0; i < 200; i++) {
                Made.keep(kept, 2, 100 + i, 101 + i);
                kept.flush();
            }
            assertThat(Made.found(kept, 2, 0, 300)).isEqualTo(2 * 250);
            assertThat(segments()).hasSizeLessThan(70);
            assertThat(kept.notes()).hasSize(1);
        }
    }

    @Test
    void otherParquetInTheFolderIsPassedOver() throws SQLException, IOException {
        Path stranger = own().resolve("stranger.parquet");
        try (Connection database = EmbeddedDatabase.open();
                Statement statement = database.createStatement()) {
            statement.execute("COPY (FROM range(10)) TO " + EmbeddedDatabase.quoted(stranger));
        }
        Path text = Files.writeString(own().resolve("text.parquet"), "text");
        Path copy = Files.copy(segments().getFirst(), own().resolve("zz.parquet"));
        try (KeptEvidence kept = open()) {
            assertThat(Made.found(kept, 2, 0, 100)).isEqualTo(200);
            assertThat(kept.notes())
                    .containsExactlyInAnyOrder(
                            stranger + " is no segment of evidence: it is passed over",
                            text + " is no segment of evidence: it is passed over",
                            copy + " is no segment of evidence: it is passed over");
        }
        assertThat(stranger).exists();
        assertThat(text).hasContent("text");
    }

    @Test
    void aSegmentOfAnotherModelIsPassedOver() throws IOException {
        Fingerprint other = Fingerprint.of("other");
        Path theirs = Files.createDirectory(folder.resolve(other.toString()));
        Path moved = Files.move(
                segments().getFirst(), theirs.resolve(segments().getFirst().getFileName()));
        try (KeptEvidence kept = KeptEvidence.open(folder, other, InstantSource.fixed(NOW))) {
            assertThat(Made.found(kept, 2, 0, 100)).isZero();
            assertThat(kept.notes())
                    .containsExactly(moved + " holds evidence of model " + Made.MODEL + ", and lies with that of "
                            + other + ": it is passed over");
        }
    }

    @Test
    void segmentsOfTheSameModelMayBeCopiedIn(@TempDir Path elsewhere) throws IOException {
        try (KeptEvidence other = KeptEvidence.open(elsewhere, Made.MODEL, InstantSource.fixed(NOW))) {
            Made.keep(other, 2, 100, 120);
        }
        Path theirs = elsewhere.resolve(Made.MODEL.toString());
        try (Stream<Path> files = Files.list(theirs)) {
            for (Path file : files.toList()) {
                Files.copy(file, own().resolve(file.getFileName()));
            }
        }
        try (KeptEvidence kept = open()) {
            assertThat(Made.found(kept, 2, 0, 120)).isEqualTo(240);
        }
    }

    @Test
    void whatKilledRunsLeftIsDeletedAfterADay() throws IOException {
        Path old = leftover("old.part", NOW.minus(Duration.ofDays(2)));
        Path young = leftover("young.part", NOW.minus(Duration.ofHours(2)));
        try (KeptEvidence kept = open()) {
            for (int i = 0; i < 70; i++) {
                Made.keep(kept, 1, 100 + i, 101 + i);
                kept.flush();
            }
        }
        assertThat(old).doesNotExist();
        assertThat(young).exists();
    }

    private Path leftover(String name, Instant written) throws IOException {
        Path file = Files.writeString(own().resolve(name), "PAR1");
        return Files.setLastModifiedTime(file, FileTime.from(written));
    }

    private KeptEvidence open() {
        return KeptEvidence.open(folder, Made.MODEL, InstantSource.fixed(NOW));
    }

    private Path own() {
        return folder.resolve(Made.MODEL.toString());
    }

    private List<Path> segments() throws IOException {
        try (Stream<Path> files = Files.list(own())) {
            return files.filter(file -> file.toString().endsWith(".parquet"))
                    .sorted()
                    .toList();
        }
    }
}
