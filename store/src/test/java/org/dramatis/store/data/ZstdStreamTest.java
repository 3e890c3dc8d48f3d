package org.dramatis.store.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dramatis.store.data.Packed.joined;
import static org.dramatis.store.data.Packed.lines;
import static org.dramatis.store.data.Packed.readInto;
import static org.dramatis.store.data.Packed.zstd;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZstdStreamTest {
    /** A frame of three bytes that are no data, as pzstd writes before every other. */
    private static final byte[] PASSED_OVER = {0x50, 0x2A, 0x4D, 0x18, 3, 0, 0, 0, 1, 2, 3};

    @TempDir
    Path folder;

    @Test
    void zstdIsKnownByItsFirstBytesNotByTheName() throws IOException {
        assertThat(texts(zstd(lines(3)))).containsExactly("0", "1", "2");
        assertThat(texts(joined(PASSED_OVER, zstd(lines(2))))).containsExactly("0", "1");
        assertThat(texts(Packed.bytes(lines(1)))).containsExactly("0");
    }

    @Test
    void framesOneAfterAnotherAreOneText() throws IOException {
        byte[] frames = joined(
                zstd(""), zstd("{\"text\":\"a\"}\n{\"te"), PASSED_OVER, zstd("xt\":\"b\"}\n"), zstd(""), PASSED_OVER);
        assertThat(texts(frames)).containsExactly("a", "b");
    }

    /** The text is many times longer than every buffer, in a frame that does not say how long it is. */
    @Test
    void aLongTextComesOutWhole() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZstdOutputStreamNoFinalizer out = new ZstdOutputStreamNoFinalizer(packed)) {
            out.setChecksum(true);
            out.write(Packed.bytes(lines(200_000)));
        }
        assertThat(texts(packed.toByteArray()))
                .hasSize(200_000)
                .startsWith("0", "1")
                .endsWith("199999");
    }

    @Test
    void aFileThatIsCutAnywhereIsNeverTakenForAWholeOne() throws IOException {
        byte[] first = zstd(lines(5));
        byte[] both = joined(first, zstd(lines(5)), PASSED_OVER);
        for (int length = 4; length < both.length; length++) {
            Path file = write(Arrays.copyOf(both, length));
            if (length == first.length || length == both.length - PASSED_OVER.length) {
                assertThat(Packed.texts(new DataFile(file))).hasSizeBetween(5, 10);
            } else {
                assertThatThrownBy(() -> Packed.texts(new DataFile(file)))
                        .isInstanceOf(DataException.class)
                        .hasMessageContaining("rows.jsonl cannot be read after")
                        .hasMessageContaining("stop in the middle. Fetch or pack it again");
            }
        }
    }

    @Test
    void aFileThatIsCutGivesItsWholeRowsAndThenSaysSo() throws IOException {
        // Random texts, so that the packed data are longer than one block of the reader.
        SplittableRandom random = new SplittableRandom(1);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 40_000; i++) {
            text.append("{\"text\":\"").append(random.nextLong()).append("\"}\n");
        }
        byte[] packed = zstd(text.toString());
        Path file = write(Arrays.copyOf(packed, packed.length / 2));
        List<Entry> before = new ArrayList<>();
        assertThatThrownBy(() -> readInto(before, new DataFile(file)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("after " + before.size() + " lines");
        assertThat(before).hasSizeGreaterThan(1000).allMatch(Row.Document.class::isInstance);
    }

    @Test
    void bytesAfterTheEndAreNotPassedOver() throws IOException {
        for (int count = 1; count < 20; count++) {
            byte[] more = new byte[count];
            Arrays.fill(more, (byte) '{');
            Path file = write(joined(zstd(lines(2)), more));
            assertThatThrownBy(() -> Packed.texts(new DataFile(file)))
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining("'zstd -t' checks it");
        }
    }

    @Test
    void aByteThatChangedIsNoticed() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZstdOutputStreamNoFinalizer out = new ZstdOutputStreamNoFinalizer(packed)) {
            out.setChecksum(true);
            out.write(Packed.bytes(lines(5)));
        }
        byte[] bytes = packed.toByteArray();
        bytes[bytes.length - 1] ^= 1;
        Path file = write(bytes);
        assertThatThrownBy(() -> Packed.texts(new DataFile(file)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("are damaged")
                .hasMessageContaining("checksum");
    }

    /** A header that asks for two gigabytes, before one byte of data. */
    @Test
    void aWindowOfGigabytesIsRefused() throws IOException {
        byte[] frame = {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD, 0, (byte) (21 << 3), 9, 0, 0, '\n'};
        Path file = write(frame);
        assertThatThrownBy(() -> Packed.texts(new DataFile(file)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("a window of more than 128 MiB");
    }

    @Test
    void whatIsPackedTwiceIsRefused() throws IOException {
        Path file = write(Zstd.compress(zstd(lines(2))));
        assertThatThrownBy(() -> Packed.texts(new DataFile(file)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("packed twice: unpack it once");
    }

    private List<String> texts(byte[] file) throws IOException {
        return Packed.texts(new DataFile(write(file)));
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("rows.jsonl"), bytes);
    }
}
