package org.dramatis.store.duckdb;

import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;

/**
 * DuckDB in this process, used to read and write Parquet. It fetches no extensions, writes nowhere unless told to, is bounded in
 * memory, and lets no statement change that.
 */
public final class EmbeddedDatabase {
    private static final Map<String, String> SETTINGS = Map.of(
            "autoinstall_known_extensions", "false",
            "autoload_known_extensions", "false",
            "allow_community_extensions", "false",
            // Else whatever exceeds the memory would be written to a folder .tmp where the user happens to stand.
            "temp_directory", "",
            "memory_limit", "512MB",
            // The cores are busy with the model.
            "threads", "1",
            "jdbc_stream_results", "true",
            "lock_configuration", "true");

    private EmbeddedDatabase() {}

    /**
     * An empty database in memory, which lives until it is closed. It streams results: read one to its end, or close it, before the
     * next statement.
     */
    public static DuckDBConnection open() throws SQLException {
        Properties settings = new Properties();
        settings.putAll(SETTINGS);
        try {
            return new DuckDBDriver().connect("jdbc:duckdb:", settings).unwrap(DuckDBConnection.class);
        } catch (LinkageError problem) {
            throw new SQLException(
                    "DuckDB has no library that can be loaded on " + System.getProperty("os.name") + " "
                            + System.getProperty("os.arch"),
                    problem);
        }
    }
}
