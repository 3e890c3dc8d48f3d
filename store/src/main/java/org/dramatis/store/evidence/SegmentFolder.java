package org.dramatis.store.evidence;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.dramatis.store.evidence.SegmentFile.Condition;

/**
 * The folder of one model's segments. A segment is written under another name, put on the disk, and then renamed to the fingerprint
 * of its bytes: so whatever bears that name is whole, and it makes no difference who wrote it or how many write at once.
 */
final class SegmentFolder {
    private static final String SEGMENT = ".parquet";
    private static final String PART = ".part";
    private static final Pattern NAME = Pattern.compile("[0-9a-f]{32}\\.parquet");
    private static final Duration LONGEST_WRITE = Duration.ofDays(1);

    private final Path path;

    SegmentFolder(Path path) {
        this.path = path.toAbsolutePath();
    }

    /** What writes or does something that the file system or the database may refuse. */
    interface Work {
        void run() throws IOException, SQLException;
    }

    /** What writes a segment. */
    interface Content {
        void writeTo(Path part) throws IOException, SQLException;
    }

    /**
     * All Parquet files, by name. Who merges some deletes them after publishing what they became, and a listing made meanwhile may
     * lack both: so it counts only when the next one has the same.
     */
    List<SegmentFile> list() throws IOException {
        List<SegmentFile> before = listed(SEGMENT);
        List<SegmentFile> now = listed(SEGMENT);
        while (!SegmentFile.paths(now).equals(SegmentFile.paths(before))) {
            before = now;
            now = listed(SEGMENT);
        }
        return now;
    }

    private List<SegmentFile> listed(String ending) throws IOException {
        List<SegmentFile> files = new ArrayList<>();
        if (Files.exists(path)) {
            try (DirectoryStream<Path> found = Files.newDirectoryStream(path, "*" + ending)) {
                for (Path file : found) {
                    described(file).ifPresent(files::add);
                }
            }
        }
        files.sort(Comparator.comparing(SegmentFile::path));
        return files;
    }

    /** Empty when it has gone since it was listed. */
    private static Optional<SegmentFile> described(Path file) throws IOException {
        try {
            BasicFileAttributes about = Files.readAttributes(file, BasicFileAttributes.class);
            return Optional.of(new SegmentFile(file, about.size(), about.lastModifiedTime()));
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        }
    }

    Path publish(Content content) throws IOException, SQLException {
        Files.createDirectories(path);
        Path part = path.resolve(UUID.randomUUID() + PART);
        try {
            content.writeTo(part);
            Path segment = path.resolve(Fingerprint.ofFile(part) + SEGMENT);
            WholeFile.publish(part, segment);
            return segment;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Whether it is called as segments are. */
    static boolean isNamed(Path file) {
        return NAME.matcher(String.valueOf(file.getFileName())).matches();
    }

    Condition condition(Path file) throws IOException {
        try {
            return file.endsWith(Fingerprint.ofFile(file) + SEGMENT) ? Condition.WHOLE : Condition.DAMAGED;
        } catch (NoSuchFileException gone) {
            return Condition.GONE;
        }
    }

    /** Takes the name of a segment from a file that is none, and returns its new one. */
    Path setAside(Path segment) throws IOException {
        Path aside = segment.resolveSibling(segment.getFileName() + ".damaged");
        return Files.move(segment, aside, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Does the work unless somebody else is at it. Nothing breaks when two are: the lock saves work, it protects nothing. */
    void alone(Work work) throws IOException, SQLException {
        try (FileChannel lock =
                FileChannel.open(path.resolve("merging.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            if (isOurs(lock)) {
                work.run();
            }
        }
    }

    private static boolean isOurs(FileChannel lock) {
        try {
            return lock.tryLock() != null;
        } catch (OverlappingFileLockException takenInThisProcess) {
            return false;
        } catch (IOException noLocksHere) {
            return true;
        }
    }

    /** Deletes what was left by processes that were killed as they wrote. */
    void deleteLeftovers(Instant now) throws IOException {
        for (SegmentFile part : listed(PART)) {
            if (part.written().toInstant().plus(LONGEST_WRITE).isBefore(now)) {
                Files.deleteIfExists(part.path());
            }
        }
    }

    /** Deletes segments that were merged. One that cannot be deleted now will be merged, and deleted, again. */
    void delete(Collection<Path> merged) {
        for (Path segment : merged) {
            try {
                Files.deleteIfExists(segment);
            } catch (IOException inUse) {
                // Windows keeps what somebody reads.
            }
        }
    }
}
