package org.dramatis.store.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.dramatis.store.duckdb.EmbeddedDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParquetReaderTest {
    @TempDir
    Path folder;

    /** Files that Arrow wrote, beside the same rows as lines: {@code bench/fixtures parquet} makes both. */
    @ParameterizedTest
    @ValueSource(strings = {"messages", "mixed", "pairs"})
    void rowsAreTheSameAsInLinesOfJson(String name) throws Exception {
        DataFile parquet = new DataFile(fixture(name + ".parquet"), "rows");
        DataFile lines = new DataFile(fixture(name + ".jsonl"), "rows");
        assertThat(comparable(read(parquet))).isNotEmpty().isEqualTo(comparable(read(lines)));
    }

    @Test
    void columnsThatNoLayoutKnowsAreNamed() throws SQLException {
        assertThat(read(written("SELECT 'Why?' AS question, 'So.' AS answer, '\\xAA'::BLOB AS picture")))
                .singleElement()
                .asString()
                .startsWith("rows.parquet:1: the row has the fields 'question', 'answer', 'picture': a row has one of");
    }

    @Test
    void rowsKeepTheirOrderOverManyGroups() throws SQLException {
        DataFile file = written("SELECT i::VARCHAR AS \"text\" FROM range(300000) numbers(i)");
        assertThat(Packed.texts(file))
                .isEqualTo(LongStream.range(0, 300_000).mapToObj(Long::toString).toList());
    }

    @Test
    void aRowThatIsTooLongIsABadRowAndTheNextIsRead() throws SQLException {
        DataFile file = written("SELECT repeat('ż', 100 - 99 * i::INT) AS \"text\" FROM range(2) numbers(i)");
        assertThat(read(new DataFile(file.path(), "rows", 100)))
                .containsExactly(
                        new BadRow(new Origin("rows", 1), "the row has 211 bytes: rows of up to 100 are read"),
                        new Row.Document(new Origin("rows", 2), "ż"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[ab].parquet", "*.parquet", "a?.parquet", "it's.parquet", "split=train/a.parquet", "a"})
    void everyNameIsTakenAsItIs(String name) throws SQLException, IOException {
        Path source = written("SELECT 'x' AS \"text\"").path();
        Files.copy(source, folder.resolve("a.parquet"));
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        assertThat(Packed.texts(new DataFile(Files.move(source, file)))).containsExactly("x");
    }

    @Test
    void aFileThatIsCutIsRefused() throws Exception {
        byte[] whole = Files.readAllBytes(fixture("messages.parquet"));
        for (int length : new int[] {4, 5, 8, whole.length / 2, whole.length - 1}) {
            DataFile file = new DataFile(Files.write(folder.resolve("rows.parquet"), Arrays.copyOf(whole, length)));
            assertThatThrownBy(file::open)
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining("rows.parquet cannot be read after 0 rows: its Parquet data cannot be read (")
                    .hasMessageEndingWith("Fetch or write it again");
        }
    }

    @Test
    void aFileThatIsDamagedInsideIsRefusedThere() throws Exception {
        byte[] bytes = Files.readAllBytes(fixture("messages.parquet"));
        Arrays.fill(bytes, 100, bytes.length / 2, (byte) 0);
        DataFile file = new DataFile(Files.write(folder.resolve("rows.parquet"), bytes));
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("rows.parquet cannot be read after")
                .hasMessageContaining("its Parquet data are damaged");
    }

    @Test
    void textThatIsNotUtf8EndsTheReading() throws Exception {
        DataFile file = new DataFile(fixture("latin.parquet"));
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("latin.parquet cannot be read")
                .hasMessageContaining("text that is not UTF-8");
    }

    @Test
    void aPackedParquetFileIsToBeUnpacked() throws Exception {
        byte[] whole = Files.readAllBytes(fixture("pairs.parquet"));
        DataFile file = new DataFile(Files.write(folder.resolve("pairs.parquet.zst"), Zstd.compress(whole)));
        assertThatThrownBy(file::open)
                .isInstanceOf(DataException.class)
                .hasMessageContaining("a packed Parquet file: unpack it");
    }

    private DataFile written(String select) throws SQLException {
        Path file = folder.resolve("rows.parquet");
        try (Connection database = EmbeddedDatabase.open();
                Statement statement = database.createStatement()) {
            statement.execute("COPY (" + select + ") TO '" + file + "' (FORMAT parquet)");
        }
        return new DataFile(file);
    }

    /** Which fields a row has instead is not the same: a table has all columns in every row. */
    private static List<String> comparable(List<Entry> entries) {
        return entries.stream()
                .map(entry -> entry.toString().replaceFirst("the row has (the fields|no field).*", "no layout"))
                .toList();
    }

    private static List<Entry> read(DataFile file) {
        List<Entry> entries = new ArrayList<>();
        Packed.readInto(entries, file);
        return entries;
    }

    private static Path fixture(String name) throws URISyntaxException {
        return Path.of(Objects.requireNonNull(ParquetReaderTest.class.getResource("parquet/" + name))
                .toURI());
    }
}
