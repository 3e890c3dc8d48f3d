package org.dramatis.store.duckdb;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;

/**
 * DuckDB in this process, used to read and write Parquet. It fetches no extensions, writes nowhere unless told to, is bounded in
 * memory, and lets no statement change that. The first opening loads a large library: open it when it is needed, not before.
 */
public final class EmbeddedDatabase {
    private static final Map<String, String> SETTINGS = Map.of(
            "autoinstall_known_extensions", "false",
            "autoload_known_extensions", "false",
            "allow_community_extensions", "false",
            "allow_persistent_secrets", "false",
            // Else whatever exceeds the memory would be written to a folder .tmp where the user happens to stand.
            "temp_directory", "",
            "memory_limit", "512MB",
            // The cores are busy with the model; and on one thread the same rows are the same bytes.
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
                            + System.getProperty("os.arch")
                            + ": Parquet and kept evidence need Linux or Windows on x86-64, or Linux or macOS on ARM",
                    problem);
        }
    }

    /** A path as text of SQL; absolute, so that it means one file and no address. */
    public static String quoted(Path path) {
        return "'" + path.toAbsolutePath().toString().replace("'", "''") + "'";
    }
}
