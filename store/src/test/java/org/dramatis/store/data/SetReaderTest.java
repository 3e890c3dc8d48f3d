package org.dramatis.store.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.dramatis.store.data.Reading.ReadFile;
import org.dramatis.store.data.Reading.Repeat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SetReaderTest {
    @TempDir
    Path folder;

    @Test
    void rowsOfAllFilesComeOneAfterAnother() throws IOException {
        write("a.jsonl", Packed.bytes("{\"text\":\"a\"}\n\n{\"text\":\"b\"}\n"));
        write("b.json", Packed.bytes("[{\"text\":\"c\"},{\"text\":\"d\"}]"));
        write("c.jsonl.gz", new byte[0]);
        write("d/a.jsonl", Packed.zstd("{\"text\":\"e\"}"));
        try (SetReader rows = open()) {
            List<String> read = new ArrayList<>();
            rows.forEachRemaining(row -> read.add(row.origin() + " " + ((Row.Document) row).text()));
            assertThat(read)
                    .containsExactly(
                            folder.getFileName() + "/a.jsonl:1 a",
                            folder.getFileName() + "/a.jsonl:3 b",
                            "b.json:1 c",
                            "b.json:2 d",
                            "d/a.jsonl:1 e");
            assertThatThrownBy(rows::next)
                    .isInstanceOf(NoSuchElementException.class)
                    .hasMessageContaining("after 5 rows");
        }
    }

    @Test
    void whatWasReadIsCountedByFileAndKind() throws IOException {
        write("a.jsonl", Packed.bytes("""
                {"prompt":"Why?","completion":"So."}
                oops
                {"text":"Once."}
                """));
        write("b.jsonl", Packed.bytes("""
                {"text":"Once."}
                {"messages":[{"role":"user","content":"Why?"},{"role":"assistant","content":"So."}]}
                {"prompt":"Why?","chosen":"So.","rejected":"No."}
                """));
        try (SetReader rows = open()) {
            assertThat(rows.reading()).isEqualTo(new Reading(List.of(), List.of(), List.of(), 0));
            List<Optional<Origin>> repeated = new ArrayList<>();
            rows.forEachRemaining(row -> repeated.add(rows.repeated()));
            Origin first = new Origin("a.jsonl", 1);
            Origin third = new Origin("a.jsonl", 3);
            assertThat(repeated)
                    .containsExactly(
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of(third),
                            Optional.of(first),
                            Optional.empty());
            Reading reading = rows.reading();
            assertThat(reading.files())
                    .containsExactly(new ReadFile("a.jsonl", 1, 0, 1, 1), new ReadFile("b.jsonl", 1, 1, 1, 0));
            assertThat(reading.repeats())
                    .containsExactly(
                            new Repeat(new Origin("b.jsonl", 1), third), new Repeat(new Origin("b.jsonl", 2), first));
            assertThat(reading.repeats().getFirst()).hasToString("b.jsonl:1 repeats a.jsonl:3");
            assertThat(reading.bad()).singleElement().asString().startsWith("a.jsonl:2: the line is not JSON");
            assertThat(List.of(
                            reading.rows(),
                            reading.chats(),
                            reading.preferences(),
                            reading.documents(),
                            reading.badRows(),
                            reading.repeated()))
                    .containsExactly(5L, 2L, 1L, 2L, 1L, 2L);
        }
    }

    @Test
    void aHundredBadRowsAndRepeatsAreListedAndTheRestCounted() throws IOException {
        write("a.jsonl", Packed.bytes("oops\n".repeat(150) + "{\"text\":\"a\"}\n".repeat(151)));
        try (SetReader rows = open()) {
            rows.forEachRemaining(row -> {});
            Reading reading = rows.reading();
            assertThat(reading.bad()).hasSize(100);
            assertThat(reading.badRows()).isEqualTo(150);
            assertThat(reading.repeats()).hasSize(100);
            assertThat(reading.repeated()).isEqualTo(150);
        }
    }

    @Test
    void aFileThatCannotBeReadOnEndsTheReadingAfterTheRowsBefore() throws IOException {
        write("a.jsonl", Packed.bytes(Packed.lines(2)));
        write("b.json", Packed.bytes("[{\"text\":\"x\"},"));
        write("c.jsonl", Packed.bytes(Packed.lines(2)));
        try (SetReader rows = open()) {
            List<Entry> before = new ArrayList<>();
            assertThatThrownBy(() -> rows.forEachRemaining(before::add))
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining("b.json cannot be read after 1 elements");
            assertThat(before).hasSize(3);
            assertThat(rows.reading().rows()).isEqualTo(3);
        }
    }

    /** The text of the file is forty times what may be kept of it, digests of its rows included. */
    @Test
    void aLongFileIsNeverInMemory() throws IOException {
        int count = 60_000;
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("long.jsonl.gz")))) {
            String words = " and so on".repeat(200);
            for (int i = 0; i < count; i++) {
                out.write(Packed.bytes("{\"text\":\"" + i + words + "\"}\n"));
            }
        }
        long before = kept();
        try (SetReader rows = open()) {
            long most = 0;
            for (int i = 0; rows.hasNext(); i++) {
                rows.next();
                most = i % (count / 3) == count / 3 - 1 ? Math.max(most, kept()) : most;
            }
            assertThat(rows.reading().documents()).isEqualTo(count);
            assertThat(most - before).isPositive().isLessThan(3 << 20);
        }
    }

    private static long kept() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private SetReader open() {
        return DataSet.of(List.of(folder.toString())).open();
    }

    private void write(String name, byte[] bytes) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.write(folder.resolve(name), bytes);
    }
}
