package org.dramatis.store.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedDatabaseTest {
    @Test
    void everyDatabaseIsAloneAndEmpty() throws SQLException {
        try (Connection one = EmbeddedDatabase.open();
                Connection other = EmbeddedDatabase.open()) {
            run(one, "CREATE TABLE seen AS SELECT 1");
            assertThatThrownBy(() -> run(other, "SELECT * FROM seen")).isInstanceOf(SQLException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SET threads = 4",
                "SET autoload_known_extensions = true",
                "LOAD httpfs",
                "SELECT * FROM 'https://localhost/rows.parquet'"
            })
    void nothingIsFetchedAndNoSettingChanges(String statement) throws SQLException {
        try (Connection database = EmbeddedDatabase.open()) {
            assertThatThrownBy(() -> run(database, statement)).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void whatDoesNotFitIsAnErrorAndNoFile() throws SQLException {
        try (Connection database = EmbeddedDatabase.open();
                Statement statement = database.createStatement();
                ResultSet setting = statement.executeQuery("SELECT current_setting('temp_directory')")) {
            assertThat(setting.next()).isTrue();
            assertThat(setting.getString(1)).isEmpty();
        }
    }

    private static void run(Connection database, String sql) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute(sql);
        }
    }
}
