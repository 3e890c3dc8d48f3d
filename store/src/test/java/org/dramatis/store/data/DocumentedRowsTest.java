package org.dramatis.store.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dramatis.store.data.Row.Chat;
import org.dramatis.store.data.Row.Document;
import org.dramatis.store.data.Row.Preference;
import org.junit.jupiter.api.Test;

class DocumentedRowsTest {
    @Test
    void theRowsInTheDocumentationAreRead() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("..", "docs", "data.md")).stream()
                .filter(line -> line.startsWith("{"))
                .toList();
        assertThat(ReadText.of(String.join("\n", rows)))
                .extracting(Entry::getClass)
                .isEqualTo(List.of(
                        Preference.class,
                        Preference.class,
                        Chat.class,
                        Chat.class,
                        Chat.class,
                        Chat.class,
                        Document.class));
    }
}
