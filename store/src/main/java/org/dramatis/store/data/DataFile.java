package org.dramatis.store.data;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file of rows: JSON lines or one list of JSON, plain, in gzip or in zstd, or a Parquet file. Its first bytes tell which, not its
 * name. Every row has its own layout.
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
 * @param name what origins call it
 * @param longestRow in bytes of JSON; what is longer is a bad row, and not kept in memory
 */
public record DataFile(Path path, String name, int longestRow) {
    private static final int LONGEST_ROW = 16 << 20;
    private static final int LONGEST_ARRAY = Integer.MAX_VALUE - 8;
    private static final int BLOCK = 1 << 16;

    public DataFile {
        if (longestRow < 1 || longestRow > LONGEST_ARRAY) {
            throw new IllegalArgumentException(
                    "the longest row cannot be " + longestRow + " bytes: 1 to " + LONGEST_ARRAY);
        }
    }

    /** A file with rows of up to 16 MiB. */
    public DataFile(Path path, String name) {
        this(path, name, LONGEST_ROW);
    }

    /** A file that origins call by its name, without folders. */
    public DataFile(Path path) {
        this(path, String.valueOf(path.getFileName()));
    }

    /** @throws DataException when the file is not there or may not be read */
    public RowReader open() {
        try {
            return new RowReader(this, rows());
        } catch (IOException problem) {
            throw Failure.of(path, "0 rows", problem);
        }
    }

    private RawRows rows() throws IOException {
        BufferedInputStream bytes = new BufferedInputStream(Files.newInputStream(path), BLOCK);
        try {
            Content content = Content.of(bytes);
            if (content == Content.PARQUET) {
                bytes.close();
                return ParquetReader.open(path, longestRow);
            }
            return rows(content, bytes);
        } catch (IOException | RuntimeException problem) {
            bytes.close();
            throw problem;
        }
    }

    private RawRows rows(Content content, BufferedInputStream bytes) throws IOException {
        return switch (content) {
            case LINES -> new LineReader(bytes, longestRow);
            case LIST -> new ListReader(bytes, longestRow);
            case GZIP -> unpacked(new GzipStream(bytes));
            case ZSTD -> unpacked(new ZstdStream(bytes));
            case PARQUET ->
                throw new IOException("it is a packed Parquet file: unpack it, since only whole ones can be read");
        };
    }

    private RawRows unpacked(InputStream unpacked) throws IOException {
        BufferedInputStream bytes = new BufferedInputStream(unpacked, BLOCK);
        Content content = Content.of(bytes);
        if (content == Content.GZIP || content == Content.ZSTD) {
            throw new IOException("it is packed twice: unpack it once");
        }
        return rows(content, bytes);
    }
}
