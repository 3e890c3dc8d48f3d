package org.dramatis.store.evidence;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dramatis.store.duckdb.EmbeddedDatabase;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBResultSet;

/** Segments as tables: a cell is a row. The database is opened when the first of them is written or read. */
final class SegmentDatabase implements AutoCloseable {
    private Optional<DuckDBConnection> opened = Optional.empty();

    void write(SequencedMap<CellKey, Cell> cells, SegmentLabel label, Path file) throws SQLException {
        execute("CREATE OR REPLACE TABLE fresh (frame UUID, episode UUID, " + CellColumns.DEFINITIONS + ")");
        try (DuckDBAppender rows = connection().createAppender("fresh")) {
            for (Map.Entry<CellKey, Cell> cell : cells.entrySet()) {
                CellKey key = cell.getKey();
                rows.beginRow()
                        .appendUUID(key.frame().high(), key.frame().low())
                        .appendUUID(key.episode().high(), key.episode().low());
                CellColumns.append(rows, cell.getValue());
                rows.endRow();
            }
        }
        copy("FROM fresh", label, file);
        execute("DROP TABLE fresh");
    }

    /** The cells of all, each once; episodes lie together, which packs well. */
    void merge(List<Path> segments, SegmentLabel label, Path file) throws SQLException {
        copy(
                "SELECT DISTINCT ON (episode, frame) * FROM " + table(segments)
                        + " ORDER BY episode, frame, log_likelihood",
                label,
                file);
    }

    /** What each says of itself, key by key. */
    Map<Path, Map<String, String>> labels(List<Path> segments) throws SQLException {
        Map<Path, Map<String, String>> labels = new LinkedHashMap<>();
        segments.forEach(segment -> labels.put(segment, new HashMap<>()));
        String query = "SELECT file_name, decode(key), decode(value) FROM parquet_kv_metadata(" + list(segments) + ")";
        try (Statement statement = connection().createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                Map<String, String> label = labels.get(Path.of(rows.getString(1)));
                if (label != null) {
                    label.put(rows.getString(2), rows.getString(3));
                }
            }
        }
        return labels;
    }

    Map<CellKey, Cell> read(List<Path> segments, Collection<Fingerprint> frames, Collection<Fingerprint> episodes)
            throws SQLException {
        String query = "SELECT frame, episode, " + CellColumns.NAMES + " FROM " + table(segments) + " WHERE episode IN "
                + uuids(episodes) + " AND frame IN " + uuids(frames);
        Map<CellKey, Cell> cells = new HashMap<>();
        try (Statement statement = connection().createStatement();
                DuckDBResultSet rows = statement.executeQuery(query).unwrap(DuckDBResultSet.class)) {
            while (rows.next()) {
                CellKey key = new CellKey(fingerprint(rows.getUuid(1)), fingerprint(rows.getUuid(2)));
                CellColumns.read(rows, 3).ifPresent(cell -> cells.putIfAbsent(key, cell));
            }
        }
        return cells;
    }

    @Override
    public void close() throws SQLException {
        if (opened.isPresent()) {
            opened.get().close();
        }
    }

    private void copy(String rows, SegmentLabel label, Path file) throws SQLException {
        execute("COPY (" + rows + ") TO " + EmbeddedDatabase.quoted(file)
                + " (FORMAT parquet, COMPRESSION zstd, KV_METADATA " + label.text() + ")");
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection().createStatement()) {
            statement.execute(sql);
        }
    }

    private DuckDBConnection connection() throws SQLException {
        if (opened.isEmpty()) {
            opened = Optional.of(EmbeddedDatabase.open());
        }
        return opened.get();
    }

    private static String table(List<Path> segments) {
        return "read_parquet(" + list(segments) + ")";
    }

    private static String list(List<Path> segments) {
        return segments.stream().map(EmbeddedDatabase::quoted).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String uuids(Collection<Fingerprint> fingerprints) {
        return fingerprints.stream()
                .map(each -> "'" + new UUID(each.high(), each.low()) + "'")
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private static Fingerprint fingerprint(UUID uuid) {
        return new Fingerprint(uuid.getMostSignificantBits(), uuid.getLeastSignificantBits());
    }
}
