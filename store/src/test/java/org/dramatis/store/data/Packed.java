package org.dramatis.store.data;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Bytes of data files for the tests, and what is read of files. */
final class Packed {
    private Packed() {}

    /** So many documents, whose texts are their numbers from 0, one a line. */
    static String lines(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append("{\"text\":\"").append(i).append("\"}\n");
        }
        return text.toString();
    }

    static List<String> texts(DataFile file) {
        List<Entry> entries = new ArrayList<>();
        readInto(entries, file);
        return entries.stream().map(entry -> ((Row.Document) entry).text()).toList();
    }

    static void readInto(List<Entry> entries, DataFile file) {
        try (RowReader rows = file.open()) {
            rows.forEachRemaining(entries::add);
        }
    }

    static byte[] gzip(String text) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes(text));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }

    static byte[] zstd(String text) {
        return Zstd.compress(bytes(text));
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
