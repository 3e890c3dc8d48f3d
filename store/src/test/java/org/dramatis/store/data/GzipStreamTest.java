package org.dramatis.store.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dramatis.store.data.Packed.bytes;
import static org.dramatis.store.data.Packed.gzip;
import static org.dramatis.store.data.Packed.joined;
import static org.dramatis.store.data.Packed.lines;
import static org.dramatis.store.data.Packed.readInto;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GzipStreamTest {
    @TempDir
    Path folder;

    @Test
    void gzipIsKnownByItsFirstBytesNotByTheName() throws IOException {
        assertThat(texts(write("rows.jsonl", gzip(lines(3))))).containsExactly("0", "1", "2");
        assertThat(texts(write("plain.gz", bytes(lines(2))))).containsExactly("0", "1");
        assertThat(texts(write("empty.gz", new byte[0]))).isEmpty();
    }

    @Test
    void membersOneAfterAnotherAreOneText() throws IOException {
        byte[] two = joined(gzip("{\"text\":\"a\"}\n{\"text\":"), gzip("\"b\"}\n"), gzip(""));
        assertThat(texts(write("two.jsonl.gz", two))).containsExactly("a", "b");
    }

    @Test
    void aFileThatIsCutGivesItsWholeRowsAndThenSaysSo() throws IOException {
        // Random texts, so that the packed data are longer than one block of the reader.
        SplittableRandom random = new SplittableRandom(1);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            text.append("{\"text\":\"").append(random.nextLong()).append("\"}\n");
        }
        byte[] packed = gzip(text.toString());
        Path file = write("cut.jsonl.gz", Arrays.copyOf(packed, packed.length / 2));
        List<Entry> before = new ArrayList<>();
        assertThatThrownBy(() -> readInto(before, new DataFile(file)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("cut.jsonl.gz was cut short")
                .hasMessageContaining("Fetch or pack it again");
        assertThat(before).hasSizeGreaterThan(1000).allMatch(Row.Document.class::isInstance);
    }

    @Test
    void aFileThatIsCutAnywhereIsNeverTakenForAWholeOne() throws IOException {
        byte[] packed = gzip(lines(5));
        for (int length = 2; length < packed.length; length++) {
            Path file = write("cut.gz", Arrays.copyOf(packed, length));
            assertThatThrownBy(() -> texts(file))
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining("cut short");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 8, 9, 18, 19, 26, 27, 100, 70_000})
    void bytesAfterTheEndAreNotPassedOver(int count) throws IOException {
        byte[] more = new byte[count];
        Arrays.fill(more, (byte) '{');
        Path file = write("more.gz", joined(gzip(lines(2)), more));
        assertThatThrownBy(() -> texts(file))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("more.gz is damaged")
                .hasMessageContaining("bytes that are not gzip follow");
    }

    /**
     * The reader takes blocks of 65,536 bytes after a header of ten. Around that place the last bytes are partly in the block, partly
     * still in the file.
     */
    @Test
    void theEndIsFoundWhereverItFalls() throws IOException {
        int block = 10 + (1 << 16);
        assertThat(stored(block - 12).length).isBetween(block - 20, block - 8);
        assertThat(stored(block + 12).length).isBetween(block + 8, block + 20);
        for (int length = block - 12; length <= block + 12; length++) {
            byte[] packed = stored(length);
            assertThat(texts(write("end.gz", packed))).hasSize(1);
            Path more = write("more.gz", joined(packed, new byte[] {0}));
            assertThatThrownBy(() -> texts(more)).isInstanceOf(DataException.class);
            assertThat(texts(write("two.gz", joined(packed, gzip("\n{\"text\":\"b\"}")))))
                    .hasSize(2);
        }
    }

    @Test
    void aByteThatChangedIsNoticed() throws IOException {
        byte[] packed = gzip(lines(5));
        packed[packed.length - 6] ^= 1;
        Path file = write("changed.gz", packed);
        assertThatThrownBy(() -> texts(file))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("changed.gz is damaged")
                .hasMessageContaining("'gzip -t' checks it");
    }

    @Test
    void aHundredThousandEmptyMembersAreRefused() throws IOException {
        byte[] empty = gzip("");
        byte[] many = new byte[empty.length * 100_000];
        for (int at = 0; at < many.length; at += empty.length) {
            System.arraycopy(empty, 0, many, at, empty.length);
        }
        Path file = write("empty.gz", many);
        assertThatThrownBy(() -> texts(file)).isInstanceOf(DataException.class).hasMessageContaining("empty members");
    }

    /** A gzip file of about {@code length} bytes with one row: it is stored, not packed, so that its length is that of its text. */
    private static byte[] stored(int length) throws IOException {
        String text = "{\"text\":\"" + "a".repeat(length - 39) + "\"}";
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed) {
            {
                def.setLevel(0);
            }
        }) {
            out.write(bytes(text));
        }
        return packed.toByteArray();
    }

    private static List<String> texts(Path file) {
        return Packed.texts(new DataFile(file));
    }

    private Path write(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }
}
