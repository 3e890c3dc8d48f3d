package org.dramatis.store.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dramatis.core.cast.Turn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowTextTest {
    private static final Origin ORIGIN = new Origin("rows.jsonl", 1);
    private static final List<Turn> CONTEXT = List.of(
            new Turn(Turn.Role.SYSTEM, "Be \"brief\".\n"),
            new Turn(Turn.Role.USER, "Wie heißt du? \u2028 \uD83D\uDE00"));

    @TempDir
    private Path folder;

    @Test
    void whatIsWrittenIsReadAsTheSameRow() throws IOException {
        Row chat = new Row.Chat(
                ORIGIN, List.of(CONTEXT.get(0), CONTEXT.get(1), new Turn(Turn.Role.ASSISTANT, "Anna\tund\\du")));
        Row pair = new Row.Preference(ORIGIN, CONTEXT, "yes", "no");
        Row document = new Row.Document(ORIGIN, "Once\r\nupon a time.");
        for (Row row : List.of(chat, pair, document)) {
            Path file = Files.writeString(folder.resolve("rows.jsonl"), RowText.of(row) + "\n");
            try (RowReader rows = new DataFile(file).open()) {
                assertThat(rows.next()).isEqualTo(row);
                assertThat(rows.hasNext()).isFalse();
            }
        }
    }
}
