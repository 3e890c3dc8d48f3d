package org.dramatis.store.data;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file of JSON lines, plain or in gzip; its first bytes tell which, not its name. Every row has its own layout.
 *
 * {@snippet :
 * try (RowReader rows = new DataFile(Path.of("chats.jsonl.gz")).open()) {
 *     while (rows.hasNext()) {
 *         switch (rows.next()) {
 *             case Row.Chat chat -> score(chat.episodes(Turns.ALL));
 *             case Row other -> passOver(other);
 *             case BadRow bad -> list(bad);
 *         }
 *     }
 * }
 * }
 *
 * @param longestLine in bytes; what is longer is a bad row, and not kept in memory
 */
public record DataFile(Path path, int longestLine) {
    private static final int LONGEST_LINE = 16 << 20;
    private static final int LONGEST_ARRAY = Integer.MAX_VALUE - 8;

    public DataFile {
        if (longestLine < 1 || longestLine > LONGEST_ARRAY) {
            throw new IllegalArgumentException(
                    "the longest line cannot be " + longestLine + " bytes: 1 to " + LONGEST_ARRAY);
        }
    }

    /** A file with lines of up to 16 MiB. */
    public DataFile(Path path) {
        this(path, LONGEST_LINE);
    }

    /** @throws DataException when the file is not there or may not be read */
    public RowReader open() {
        try {
            InputStream bytes = Files.newInputStream(path);
            try {
                return new RowReader(path, new LineReader(text(bytes), longestLine));
            } catch (IOException | RuntimeException problem) {
                bytes.close();
                throw problem;
            }
        } catch (IOException problem) {
            throw Failure.of(path, 0, problem);
        }
    }

    private static InputStream text(InputStream bytes) throws IOException {
        BufferedInputStream start = new BufferedInputStream(bytes, 1 << 16);
        start.mark(2);
        boolean gzip = start.read() == 0x1F && start.read() == 0x8B;
        start.reset();
        return gzip ? new GzipStream(start) : start;
    }
}
