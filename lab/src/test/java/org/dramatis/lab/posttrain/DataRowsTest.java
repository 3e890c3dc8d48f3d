package org.dramatis.lab.posttrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataRowsTest {
    @TempDir
    private Path folder = Path.of("");

    private Path file(String lines) throws IOException {
        return Files.writeString(folder.resolve("rows.jsonl"), lines);
    }

    @Test
    void goodRowsAndBadOnesAreKeptApart() throws IOException {
        DataRows rows = DataRows.read(file("{\"text\": \"Tea is hot.\"}\nnonsense\n{\"text\": \"Ice is not.\"}\n"));

        assertThat(rows.rows()).hasSize(2);
        assertThat(rows.bad()).singleElement().asString().startsWith("rows.jsonl:2: ");
    }

    @Test
    void aFileWithoutARowSaysWhy() throws IOException {
        Path empty = file("");
        assertThatThrownBy(() -> DataRows.read(empty)).hasMessage(empty + " has no row that can be used: it is empty");

        Path broken = file("nonsense\n");
        assertThatThrownBy(() -> DataRows.read(broken))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(broken + " has no row that can be used: rows.jsonl:1: ");
    }
}
