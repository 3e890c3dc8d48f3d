package org.dramatis.store.data;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dramatis.core.cast.Turn;
import org.dramatis.core.cast.Turn.Role;

/** What the tests read, from memory, under the name {@code rows.jsonl}. */
final class ReadText {
    static final Origin FIRST = new Origin("rows.jsonl", 1);

    private ReadText() {}

    static List<Entry> of(InputStream bytes, int longest) {
        return of(new LineReader(bytes, longest), longest);
    }

    static List<Entry> of(RawRows raw, int longest) {
        List<Entry> entries = new ArrayList<>();
        try (RowReader rows = new RowReader(new DataFile(Path.of("data", "rows.jsonl"), "rows.jsonl", longest), raw)) {
            rows.forEachRemaining(entries::add);
        }
        return entries;
    }

    static List<Entry> of(byte[] bytes) {
        return of(new ByteArrayInputStream(bytes), 16 << 20);
    }

    static List<Entry> of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The only entry of this text, which must be a bad row. */
    static String reason(String text) {
        return switch (one(of(text))) {
            case BadRow bad -> bad.reason();
            case Row row -> throw new AssertionError("read as a row: " + row);
        };
    }

    /** The only entry of this text, which must be a row. */
    static Row row(String text) {
        return switch (one(of(text))) {
            case Row row -> row;
            case BadRow bad -> throw new AssertionError(bad.reason());
        };
    }

    static Turn system(String text) {
        return new Turn(Role.SYSTEM, text);
    }

    static Turn user(String text) {
        return new Turn(Role.USER, text);
    }

    static Turn assistant(String text) {
        return new Turn(Role.ASSISTANT, text);
    }

    private static Entry one(List<Entry> entries) {
        if (entries.size() != 1) {
            throw new AssertionError("one entry was expected: " + entries);
        }
        return entries.getFirst();
    }
}
