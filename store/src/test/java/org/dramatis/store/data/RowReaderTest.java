package org.dramatis.store.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowReaderTest {
    @TempDir
    Path folder;

    @Test
    void layoutsMayChangeFromRowToRowAndBadRowsStopNothing() {
        List<Entry> entries = ReadText.of("""
                {"prompt":"Why?","completion":"So."}
                oops
                {"text":"Once."}
                {"prompt":"Why?","chosen":"So.","rejected":"No."}
                """);
        assertThat(entries)
                .extracting(Entry::getClass)
                .containsExactly(Row.Chat.class, BadRow.class, Row.Document.class, Row.Preference.class);
        assertThat(entries).extracting(entry -> entry.origin().line()).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void emptyLinesAreCountedAndPassedOver() {
        assertThat(ReadText.of("\n\n{\"text\":\"a\"}\n \t\n{\"text\":\"b\"}"))
                .containsExactly(document(3, "a"), document(5, "b"));
        assertThat(ReadText.of("")).isEmpty();
        assertThat(ReadText.of("\n\r\n\n")).isEmpty();
    }

    @Test
    void linesMayEndInEitherWay() {
        assertThat(ReadText.of("{\"text\":\"a\"}\r\n\r\nbad\r\n{\"text\":\"b\\r\\n\"}\r\n"))
                .extracting(entry -> entry.origin().line())
                .containsExactly(1L, 3L, 4L);
        assertThat(ReadText.of("{\"text\":\"a\"}\r\n{\"text\":\"b\\r\\n\"}\r\n"))
                .containsExactly(document(1, "a"), document(2, "b\r\n"));
    }

    @Test
    void aByteOrderMarkIsPassedOverAtTheStartAndNowhereElse() {
        assertThat(ReadText.of("\uFEFF{\"text\":\"a\"}\n\uFEFF{\"text\":\"b\"}"))
                .satisfiesExactly(
                        first -> assertThat(first).isEqualTo(document(1, "a")),
                        second -> assertThat(second).isInstanceOf(BadRow.class));
        assertThat(ReadText.of("\uFEFF\n{\"text\":\"a\"}")).containsExactly(document(2, "a"));
    }

    @Test
    void aLineThatIsTooLongIsABadRowAndTheNextIsRead() {
        String twenty = "{\"text\":\"12345678\"}\n";
        assertThat(ReadText.of(bytes(twenty + "x".repeat(21) + "\n" + twenty), 20))
                .containsExactly(
                        document(1, "12345678"),
                        new BadRow(new Origin("rows.jsonl", 2), "the line has 21 bytes: lines of up to 20 are read"),
                        document(3, "12345678"));
    }

    /** One in thirty-two of the line would fit into what may be allocated. */
    @Test
    void aLineIsNotKeptBeyondTheLimitHoweverLongItIs() {
        long length = 64L << 20;
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        InputStream stream = new SequenceInputStream(new Same('x', length), bytes("\n{\"text\":\"a\"}"));
        long before = threads.getCurrentThreadAllocatedBytes();
        List<Entry> entries = ReadText.of(stream, 100_000);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(entries)
                .containsExactly(
                        new BadRow(
                                new Origin("rows.jsonl", 1),
                                "the line has 67108864 bytes: lines of up to 100000 are read"),
                        document(2, "a"));
        assertThat(allocated).isLessThan(2 << 20);
    }

    @Test
    void linesAcrossTheBlocksOfTheReaderStayWhole() {
        List<String> texts = new ArrayList<>();
        StringBuilder file = new StringBuilder();
        for (int length = 0; length < 2000; length += 7) {
            String text = "ż".repeat(length + 1);
            texts.add(text);
            file.append("{\"text\":\"").append(text).append("\"}\n");
        }
        assertThat(ReadText.of(file.toString()))
                .extracting(entry -> entry instanceof Row.Document(var origin, String text) ? text : "")
                .isEqualTo(texts);
    }

    @Test
    void aFileIsNamedInTheOriginsOfItsRows() throws IOException {
        Path file = Files.writeString(folder.resolve("chats.jsonl"), "{\"text\":\"a\"}\nbad\n");
        try (RowReader rows = new DataFile(file).open()) {
            assertThat(rows.next()).isEqualTo(new Row.Document(new Origin("chats.jsonl", 1), "a"));
            assertThat(rows.next().toString()).startsWith("chats.jsonl:2: the line is not JSON");
            assertThat(rows.hasNext()).isFalse();
            assertThatThrownBy(rows::next)
                    .isInstanceOf(NoSuchElementException.class)
                    .hasMessageContaining("after 2 lines");
        }
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        DataFile missing = new DataFile(folder.resolve("missing.jsonl"));
        assertThatThrownBy(missing::open)
                .isInstanceOf(DataException.class)
                .hasMessageEndingWith("missing.jsonl cannot be read: there is no such file");
        DataFile directory = new DataFile(folder);
        assertThatThrownBy(() -> {
                    try (RowReader rows = directory.open()) {
                        rows.hasNext();
                    }
                })
                .isInstanceOf(DataException.class)
                .hasMessageContaining(folder.getFileName().toString());
        assertThatThrownBy(() -> new DataFile(folder, "data", 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0 bytes");
    }

    private static Row document(long line, String text) {
        return new Row.Document(new Origin("rows.jsonl", line), text);
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The same byte again and again. */
    private static final class Same extends InputStream {
        private final byte value;
        private long left;

        Same(char value, long left) {
            this.value = (byte) value;
            this.left = left;
        }

        @Override
        public int read() {
            return left-- > 0 ? value : -1;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            if (left == 0) {
                return -1;
            }
            int count = (int) Math.min(left, length);
            Arrays.fill(bytes, offset, offset + count, value);
            left -= count;
            return count;
        }
    }
}
