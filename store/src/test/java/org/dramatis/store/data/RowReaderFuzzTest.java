package org.dramatis.store.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;

/** Any bytes as a data file. */
class RowReaderFuzzTest {
    @TempDir
    static Path folder;

    /** The oracle for lines is the library's own split, in an encoding in which every byte is a character. */
    @DictionaryEntries({
        "\"messages\":[",
        "{\"role\":\"user\",\"content\":\"",
        "{\"role\":\"assistant\",\"content\":",
        "\"conversations\":[",
        "{\"from\":\"human\",\"value\":\"",
        "\"prompt\":",
        "\"completion\":",
        "\"chosen\":",
        "\"rejected\":",
        "\"text\":"
    })
    @FuzzTest(maxDuration = "5m")
    void everyLineThatIsNotEmptyIsARowOrABadOne(byte[] bytes) {
        List<Entry> entries = ReadText.of(bytes);
        String text = new String(bytes, StandardCharsets.ISO_8859_1).replaceFirst("^\u00EF\u00BB\u00BF", "");
        String[] lines = text.split("\n", -1);
        assertThat(entries)
                .extracting(entry -> entry.origin().line())
                .isEqualTo(LongStream.rangeClosed(1, lines.length)
                        .filter(line -> !lines[(int) line - 1].matches("[ \\t\\r]*"))
                        .boxed()
                        .toList());
        for (Entry entry : entries) {
            switch (entry) {
                case Row.Chat chat ->
                    assertThat(chat.episodes(Turns.ALL))
                            .endsWith(chat.episodes(Turns.LAST).getFirst());
                case Row row -> assertThat(row.origin().file()).isEqualTo("rows.jsonl");
                case BadRow bad ->
                    assertThat(bad.reason())
                            .isNotBlank()
                            .hasSizeLessThan(2010)
                            .doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Cs}]");
            }
        }
    }

    @FuzzTest(maxDuration = "5m")
    void aPackedFileIsReadOrRefused(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("rows.jsonl.gz"), bytes);
        try (RowReader rows = new DataFile(file).open()) {
            rows.forEachRemaining(entry -> assertThat(entry.origin().line()).isPositive());
        } catch (DataException refused) {
            assertThat(refused).hasMessageContaining("rows.jsonl.gz");
        }
    }
}
