package org.dramatis.store.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedDatabaseTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"plain", "it's", "[1]", "a b {c}", "ü"})
    void whatIsWrittenToParquetIsReadAgain(String name) throws SQLException, IOException {
        Path file = Files.createDirectory(folder.resolve(name)).resolve("numbers.parquet");
        try (Connection database = EmbeddedDatabase.open();
                Statement statement = database.createStatement()) {
            statement.execute("COPY (FROM range(1000)) TO " + EmbeddedDatabase.quoted(file));
            try (ResultSet rows = statement.executeQuery(
                    "SELECT sum(range) FROM read_parquet(" + EmbeddedDatabase.quoted(file) + ")")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getLong(1)).isEqualTo(999 * 1000 / 2);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FROM 'http://127.0.0.1:9/x.parquet'",
                "LOAD httpfs",
                "SET threads = 4",
                "SET autoload_known_extensions = true"
            })
    void nothingIsFetchedAndNoSettingChanges(String sql) throws SQLException {
        try (Connection database = EmbeddedDatabase.open();
                Statement statement = database.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql)).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void eachOpeningIsADatabaseOfItsOwn() throws SQLException {
        try (Connection one = EmbeddedDatabase.open();
                Connection other = EmbeddedDatabase.open();
                Statement first = one.createStatement();
                Statement second = other.createStatement()) {
            first.execute("CREATE TABLE mine (a INTEGER)");
            assertThatThrownBy(() -> second.execute("FROM mine")).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void everyDatabaseIsAloneAndEmpty() throws SQLException {
        try (Connection one = EmbeddedDatabase.open();
                Statement in = one.createStatement();
                Connection other = EmbeddedDatabase.open();
                Statement there = other.createStatement()) {
            in.execute("CREATE TABLE seen AS SELECT 1");
            assertThatThrownBy(() -> there.execute("SELECT * FROM seen")).isInstanceOf(SQLException.class);
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
}
