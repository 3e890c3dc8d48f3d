package org.dramatis.store.written;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Texts that somebody wrote, one a line. */
public final class WrittenLines {
    private WrittenLines() {}

    /** @throws IllegalArgumentException with the file and the reason when it cannot be read */
    public static List<String> read(Path file) {
        return of(WrittenFile.bytes(file));
    }

    /** Without the spaces around them; empty lines and lines that begin with # are passed over. */
    public static List<String> of(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }
}
