package org.dramatis.store.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import org.dramatis.core.cast.PersonaId;
import org.dramatis.core.evidence.EpisodeId;
import org.dramatis.store.duckdb.EmbeddedDatabase;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * The evidence of a run as a Parquet file for people: a row for every reply in every frame, in the order in which they are added.
 * The same rows are the same bytes. Rows wait in a file beside it, so that any number of them needs little memory; the file itself
 * appears when it is finished, and not at all when it is closed before. For one thread.
 *
 * {@snippet :
 * try (EvidenceTable table = EvidenceTable.create(out.resolve("evidence.parquet"), "stage")) {
 *     table.add(episode.id(), persona.id(), 1, cell);
 *     table.finish();
 * }
 * }
 */
public final class EvidenceTable implements AutoCloseable {
    private final Path file;
    private final Path part;
    private final Path waiting;
    private final String model;
    private final DuckDBConnection database;
    private final DuckDBAppender rows;

    private EvidenceTable(Path file, String model, DuckDBConnection database) throws IOException, SQLException {
        this.file = file;
        this.part = file.resolveSibling(file.getFileName() + ".part");
        this.waiting = file.resolveSibling(file.getFileName() + ".rows");
        this.model = model;
        this.database = database;
        // What a killed run left.
        deleteTemporary();
        execute("ATTACH " + EmbeddedDatabase.quoted(waiting) + " AS waiting");
        execute("CREATE TABLE waiting.cells (model VARCHAR, persona VARCHAR, frame INTEGER, episode VARCHAR, "
                + CellColumns.DEFINITIONS + ")");
        // Never committed: the rows are to be written once, not into a log as well.
        database.setAutoCommit(false);
        this.rows = database.createAppender("waiting", "main", "cells");
    }

    /** @param model what readers of the table are to call the model */
    public static EvidenceTable create(Path file, String model) {
        try {
            DuckDBConnection database = EmbeddedDatabase.open();
            try {
                return new EvidenceTable(file, model, database);
            } catch (IOException | SQLException | RuntimeException problem) {
                database.close();
                throw problem;
            }
        } catch (IOException | SQLException problem) {
            throw failure(file, problem);
        }
    }

    /** @param frame which of the persona's frames, from 1 */
    public void add(EpisodeId episode, PersonaId persona, int frame, Cell cell) {
        if (frame < 1) {
            throw new IllegalArgumentException(
                    "persona '" + persona + "' has no frame " + frame + ": frames count from 1");
        }
        try {
            rows.beginRow().append(model).append(persona.value()).append(frame).append(episode.value());
            CellColumns.append(rows, cell);
            rows.endRow();
        } catch (SQLException problem) {
            throw failure(file, problem);
        }
    }

    /** Writes the file, in place of what was there. */
    public void finish() {
        try {
            rows.close();
            execute("COPY waiting.cells TO " + EmbeddedDatabase.quoted(part) + " (FORMAT parquet, COMPRESSION zstd)");
            WholeFile.publish(part, file);
        } catch (IOException | SQLException problem) {
            throw failure(file, problem);
        }
    }

    @Override
    public void close() {
        try {
            database.close();
            deleteTemporary();
        } catch (IOException | SQLException problem) {
            throw failure(file, problem);
        }
    }

    private void deleteTemporary() throws IOException {
        Files.deleteIfExists(part);
        Files.deleteIfExists(waiting);
        Files.deleteIfExists(waiting.resolveSibling(waiting.getFileName() + ".wal"));
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    private static EvidenceException failure(Path file, Exception problem) {
        return EvidenceException.of("the table of evidence " + file + " cannot be written", problem);
    }
}
