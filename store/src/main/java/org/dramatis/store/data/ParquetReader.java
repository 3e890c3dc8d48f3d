package org.dramatis.store.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dramatis.store.duckdb.EmbeddedDatabase;

/** The rows of a Parquet file as JSON, for the layouts to read like any other. */
final class ParquetReader implements RawRows {
    private static final String TABLE = " FROM read_parquet(?, hive_partitioning = false) ";

    private final Connection database;
    private final ResultSet rows;
    private long number;

    private ParquetReader(Connection database, ResultSet rows) {
        this.database = database;
        this.rows = rows;
    }

    static ParquetReader open(Path path, int longest) throws IOException {
        try {
            Connection database = EmbeddedDatabase.open();
            try {
                String file = literal(path.toAbsolutePath().toString());
                return new ParquetReader(database, query(database, rows(columns(database, file), longest), file));
            } catch (SQLException | RuntimeException problem) {
                database.close();
                throw problem;
            }
        } catch (SQLException problem) {
            throw unreadable(problem);
        }
    }

    @Override
    public Unit unit() {
        return Unit.ROW;
    }

    @Override
    public long number() {
        return number;
    }

    @Override
    public Optional<RawRow> next() throws IOException {
        try {
            if (!rows.next()) {
                return Optional.empty();
            }
            number++;
            Optional<ByteBuffer> content =
                    Optional.ofNullable(rows.getString(1)).map(StandardCharsets.UTF_8::encode);
            return Optional.of(new RawRow(number, number, rows.getLong(2), content));
        } catch (SQLException problem) {
            throw unreadable(problem);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            database.close();
        } catch (SQLException problem) {
            throw new IOException("DuckDB cannot close it: " + problem.getMessage(), problem);
        }
    }

    private static List<String> columns(Connection database, String file) throws SQLException {
        try (ResultSet none = query(database, "SELECT *" + TABLE + "LIMIT 0", file)) {
            ResultSetMetaData table = none.getMetaData();
            List<String> names = new ArrayList<>();
            for (int i = 1; i <= table.getColumnCount(); i++) {
                names.add(table.getColumnName(i));
            }
            return names;
        }
    }

    /** Of columns that no layout knows, pictures say, errors list the names; their values are not read. */
    private static String rows(List<String> columns, int longest) {
        String fields = columns.stream()
                .map(name -> quoted(name) + " := " + (Layout.FIELDS.contains(name) ? quoted(name) : "true"))
                .collect(Collectors.joining(", "));
        return "SELECT CASE WHEN strlen(json) <= " + longest
                + " THEN json END, strlen(json) FROM (SELECT to_json(struct_pack(" + fields + ")) AS json" + TABLE
                + ")";
    }

    private static ResultSet query(Connection database, String select, String file) throws SQLException {
        PreparedStatement statement = database.prepareStatement(select);
        statement.closeOnCompletion();
        statement.setString(1, file);
        return statement.executeQuery();
    }

    private static IOException unreadable(SQLException problem) {
        String reason = String.valueOf(problem.getMessage()).lines().findFirst().orElse("");
        // All that the database says of a result that streams.
        String sentence = reason.endsWith("Invalid result set")
                ? "its Parquet data are damaged, or have text that is not UTF-8"
                : "its Parquet data cannot be read (" + reason + ")";
        return new IOException(sentence + ". Fetch or write it again", problem);
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** The path as a pattern that matches nothing else. */
    private static String literal(String path) {
        return path.replaceAll("[\\[*?]", "[$0]");
    }
}
